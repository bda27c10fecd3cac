"""Cases of CP3.2/port-sur-accord."""

from tests.stories import QUOTE, Story, table

ASKED = {"kind": "discount", "about": QUOTE}


def drawn(net: int = 30000) -> Story:
    """A quote of so much goods."""
    return Story().does("quote.drawn_up", QUOTE, lines=({"net": net},))


test_rule = table(
    "CP3.2/port-sur-accord",
    {
        "granted before": (
            drawn()
            .does("approval.requested", **ASKED)
            .happens("approval.decided", **ASKED, granted=True)
            .does("quote.sent", carriage=0),
            "met",
        ),
        "not asked": (drawn().does("quote.sent", carriage=0), "missed"),
        "refused": (
            drawn()
            .does("approval.requested", **ASKED)
            .happens("approval.decided", **ASKED)
            .does("quote.sent", carriage=0),
            "missed",
        ),
        "charged": (drawn().does("quote.sent", carriage=4500), ""),
        "free by the terms": (drawn(60000).does("quote.sent", carriage=0), ""),
    },
)
