"""Cases of CP1.2/devis-perime."""

from tests.stories import QUOTE, Story, table


def sent() -> Story:
    """A quote good for a week."""
    return Story().does("quote.sent", valid_until="2026-11-09")


def late() -> Story:
    """An order on it, the day after."""
    return sent().at("11-10 09:00").happens("order.received", quote=QUOTE)


test_rule = table(
    "CP1.2/devis-perime",
    {
        "recorded as it is": (late().records(quote=QUOTE, quote_expired=True), "missed"),
        "a new quote first": (late().does("quote.sent", "DE-2026-000002").records(), "met"),
        "a new quote afterwards": (late().records().does("quote.sent", "DE-2026-000002"), "missed"),
        "declined": (late().does("order.declined"), "met"),
        "received in time": (
            sent()
            .at("11-03 09:00")
            .happens("order.received", quote=QUOTE)
            .at("11-20 09:00")
            .records(),
            "",
        ),
        "nothing yet": (late(), ""),
    },
)
