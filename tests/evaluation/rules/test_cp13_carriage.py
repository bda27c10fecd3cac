"""Cases of CP1.3/franco-de-port."""

from tests.stories import QUOTE, Story, table


def drawn(net: int) -> Story:
    """A quote of so much goods."""
    return Story().does("quote.drawn_up", QUOTE, lines=({"net": net},))


test_rule = table(
    "CP1.3/franco-de-port",
    {
        "free above the threshold": (drawn(60000).does("quote.sent", carriage=0), "met"),
        "flat below": (drawn(30000).does("quote.sent", carriage=4500), "met"),
        "given away": (drawn(30000).does("quote.sent", carriage=0), "missed"),
        "charged above": (drawn(60000).does("quote.sent", carriage=4500), "missed"),
        "half": (drawn(30000).does("quote.sent", carriage=2000), "missed"),
        "an old journal": (drawn(30000).does("quote.sent"), ""),
    },
)
