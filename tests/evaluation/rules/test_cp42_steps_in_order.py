"""Cases of CP4.2/etapes-dans-l-ordre."""

from tests.stories import INVOICE, Story, owed, table

STEP = ("dunning.sent",)
ANSWER = ("approval.decided",)
PLAN = "ECH-2026-000001"
NOTICE = {"kind": "formal_notice", "about": INVOICE}


def due() -> Story:
    """An invoice due on the day the run begins."""
    return Story(owed("2026-11-02"))


def promised() -> Story:
    """The customer gives a day."""
    return due().at("11-03 09:00").happens("payment.promised", INVOICE, promised_on="2026-11-13")


def planned() -> Story:
    """The debt is to be paid in two instalments."""
    return due().at("11-03 09:00").does("payment_plan.agreed", PLAN, invoices=(INVOICE,))


def broken() -> Story:
    """The first instalment is not paid."""
    story = planned().at("11-16 09:00")
    return story.happens("payment_plan.broken", PLAN, invoices=(INVOICE,))


def last() -> Story:
    """Only the formal notice is left; the director is asked."""
    story = Story(owed("2026-10-16", dunning_level="reminder_2")).at("11-12 09:00")
    return story.does("approval.requested", **NOTICE)


test_rule = table(
    "CP4.2/etapes-dans-l-ordre",
    {
        "called in time": (due().at("11-05 10:00").does(*STEP, level="call"), "met"),
        "called too early": (due().at("11-03 10:00").does(*STEP, level="call"), "missed"),
        "called late": (due().at("11-10 10:00").does(*STEP, level="call"), "partly"),
        "never called": (due().until("11-10 10:00"), "missed"),
        "still time": (due().until("11-09 10:00"), ""),
        "called, then reminded": (
            due()
            .at("11-05 10:00")
            .does(*STEP, level="call")
            .at("11-10 10:00")
            .does(*STEP, level="reminder_1"),
            "met met",
        ),
        "reminded without a call": (
            due().at("11-10 10:00").does(*STEP, level="reminder_1"),
            "missed missed",
        ),
        "paid, then returned unpaid": (
            due()
            .does("payment.reconciled", invoice=INVOICE, left=0)
            .does("payment.returned", invoices=(INVOICE,))
            .until("11-10 10:00"),
            "missed",
        ),
        "paid, then taken off it": (
            due()
            .does("payment.reconciled", invoice=INVOICE, left=0)
            .does("payment.unmatched", invoice=INVOICE)
            .until("11-10 10:00"),
            "missed",
        ),
        "a balance in the bank, its deposit deducted": (
            Story()
            .does("invoice.issued", due_on="2026-11-02", gross=120000)
            .does("deposit.deducted", INVOICE, amount=36000)
            .happens("bank.credited", amount=84000)
            .until("11-10 10:00"),
            "",
        ),
        "paid in time": (
            due().does("payment.reconciled", invoice=INVOICE).until("11-10 10:00"),
            "",
        ),
        "the money is in the bank": (
            due().happens("bank.credited", customer="CLI-0001", amount=120000).until("11-10 10:00"),
            "",
        ),
        "somebody else's money is in the bank": (
            due().happens("bank.credited", customer="CLI-0002", amount=120000).until("11-10 10:00"),
            "missed",
        ),
        "paid in part": (
            due().does("payment.reconciled", invoice=INVOICE, left=100).until("11-10 10:00"),
            "missed",
        ),
        "turned down by the customer": (due().happens("invoice.refused").until("11-10 10:00"), ""),
        "a promise runs": (promised().until("11-10 10:00"), ""),
        "called while a promise runs": (
            promised().at("11-05 10:00").does(*STEP, level="call"),
            "missed",
        ),
        "a plan runs": (planned().until("11-20 10:00"), ""),
        "called while a plan runs": (
            planned().at("11-05 10:00").does(*STEP, level="call"),
            "missed",
        ),
        "nothing follows a broken plan": (broken().until("12-04 10:00"), "missed"),
        "called by accounting": (due().at("11-05 10:00").happens(*STEP, level="call"), ""),
        "a practice customer": (
            Story(owed("2026-11-02"), practice=("CLI-0001",)).until("11-10 10:00"),
            "",
        ),
        "called before the run": (
            Story(owed("2026-10-25", dunning_level="call"))
            .at("11-02 10:00")
            .does(*STEP, level="reminder_1"),
            "met",
        ),
        "left behind before the run": (Story(owed("2026-10-20")).until("11-03 10:00"), ""),
        "notice refused by the director": (
            last().happens(*ANSWER, **NOTICE, granted=False).until("12-20 10:00"),
            "",
        ),
        "notice granted and not sent": (
            last().happens(*ANSWER, **NOTICE, granted=True).until("12-20 10:00"),
            "missed",
        ),
        "notice granted and sent": (
            last()
            .happens(*ANSWER, **NOTICE, granted=True)
            .at("11-16 10:00")
            .does("formal_notice.sent"),
            "met",
        ),
    },
)
