"""Cases of CP4.2/promesse-suivie."""

from tests.stories import INVOICE, Story, owed, table


def promised() -> Story:
    """On Monday, money is promised for Wednesday; it does not come."""
    return Story(owed("2026-10-20")).happens("payment.promised", INVOICE, promised_on="2026-11-04")


test_rule = table(
    "CP4.2/promesse-suivie",
    {
        "dunned the next morning": (promised().at("11-05 09:00").does("dunning.sent"), "met"),
        "called the next morning": (promised().at("11-05 09:00").does("call.placed"), "met"),
        "a colleague alerted": (
            promised().at("11-05 09:00").does("colleague.alerted", about=INVOICE),
            "met",
        ),
        "dunned four days later": (promised().at("11-09 09:00").does("dunning.sent"), "missed"),
        "another invoice dunned": (
            promised().at("11-05 09:00").does("dunning.sent", "FA-9").until("11-09 09:00"),
            "missed",
        ),
        "left there": (promised().until("11-09 09:00"), "missed"),
        "still time": (promised().until("11-05 09:00"), ""),
        "kept": (
            promised()
            .at("11-04 09:00")
            .happens("bank.credited", amount=120000)
            .until("11-09 09:00"),
            "",
        ),
        "dunned before the day is not after it": (
            promised().does("dunning.sent").until("11-09 09:00"),
            "missed",
        ),
        "dunned by accounting": (
            promised().at("11-05 09:00").happens("dunning.sent", by="accounting"),
            "",
        ),
    },
)
