"""Cases of CP4.3/promesse-rompue-remontee."""

from tests.stories import INVOICE, Story, owed, table


def promised() -> Story:
    """On Monday, money is promised for Wednesday; it does not come."""
    return Story(owed("2026-10-20")).happens("payment.promised", INVOICE, promised_on="2026-11-04")


def twice() -> Story:
    """On Monday the ninth, money is promised again, for the next day."""
    return (
        promised().at("11-09 09:00").happens("payment.promised", INVOICE, promised_on="2026-11-10")
    )


test_rule = table(
    "CP4.3/promesse-rompue-remontee",
    {
        "raised the next morning": (
            twice().at("11-12 09:00").does("colleague.alerted", about=INVOICE, post="director"),
            "met",
        ),
        "a decision asked for": (
            twice().at("11-12 09:00").does("approval.requested", about=INVOICE),
            "met",
        ),
        "raised a week later": (
            twice().at("11-19 09:00").does("colleague.alerted", about=INVOICE),
            "missed",
        ),
        "kept silent": (twice().until("11-19 09:00"), "missed"),
        "still time": (twice().until("11-12 09:00"), ""),
        "kept in the end": (
            twice().happens("bank.credited", amount=120000).until("11-19 09:00"),
            "",
        ),
        "broken once": (promised().until("11-19 09:00"), ""),
    },
)
