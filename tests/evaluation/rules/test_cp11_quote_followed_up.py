"""Cases of CP1.1/devis-relance."""

from tests.stories import QUOTE, Story, table


def sent() -> Story:
    """A quote sent on a Monday."""
    return Story().at("11-02 10:00").does("quote.sent", valid_until="2026-12-02")


test_rule = table(
    "CP1.1/devis-relance",
    {
        "after six working days": (sent().at("11-10 10:00").does("quote.followed_up"), "met"),
        "the day after": (
            sent().at("11-03 10:00").does("quote.followed_up").until("11-20 09:00"),
            "missed",
        ),
        "never": (sent().until("11-20 09:00"), "missed"),
        "still time": (sent().until("11-13 09:00"), ""),
        "answered meanwhile": (sent().happens("quote.accepted").until("11-20 09:00"), ""),
        "ordered meanwhile": (
            sent().happens("order.received", quote=QUOTE).until("11-20 09:00"),
            "",
        ),
        "followed up by a colleague": (
            sent()
            .at("11-10 10:00")
            .happens("quote.followed_up", by="sales_rep")
            .until("11-20 09:00"),
            "",
        ),
    },
)
