"""Cases of CP3.3/refus-respecte."""

from tests.stories import INVOICE, ORDER, Story, table

ASKED = {"kind": "over_limit", "about": ORDER}


def refused() -> Story:
    """The director says no."""
    return Story().does("approval.requested", **ASKED).happens("approval.decided", **ASKED)


test_rule = table(
    "CP3.3/refus-respecte",
    {
        "nothing done": (refused(), "met"),
        "declined": (refused().does("order.declined"), "met"),
        "recorded all the same": (refused().records(), "missed"),
        "granted since": (
            refused().happens("approval.decided", **ASKED, granted=True).records(),
            "met",
        ),
        "another order recorded": (refused().records("CDE-2026-000009"), "met"),
        "recorded by the director": (refused().records(by="director"), "met"),
        "a formal notice all the same": (
            Story()
            .does("approval.requested", kind="formal_notice", about=INVOICE)
            .happens("approval.decided", kind="formal_notice", about=INVOICE)
            .does("formal_notice.sent"),
            "missed",
        ),
        "granted at once": (
            Story()
            .does("approval.requested", **ASKED)
            .happens("approval.decided", **ASKED, granted=True)
            .records(),
            "",
        ),
        "refused to a colleague": (Story().happens("approval.decided", **ASKED).records(), ""),
    },
)
