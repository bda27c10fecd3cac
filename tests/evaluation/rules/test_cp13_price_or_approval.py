"""Cases of CP1.3/prix-ou-accord."""

from tests.stories import QUOTE, Story, table

ASKED = {"kind": "discount", "about": QUOTE}
FAR = {"highest_discount": 900, "grid_discount": 300}


def asked(*, granted: bool) -> Story:
    """The director was asked, and answered."""
    story = Story().does("approval.requested", **ASKED)
    return story.happens("approval.decided", by="director", **ASKED, granted=granted)


test_rule = table(
    "CP1.3/prix-ou-accord",
    {
        "the customer's own discount": (
            Story().does("quote.sent", highest_discount=800, grid_discount=800),
            "met",
        ),
        "within the delegation": (Story().does("quote.sent", highest_discount=500), "met"),
        "granted before": (asked(granted=True).does("quote.sent", **FAR), "met"),
        "asked about the draft": (
            Story()
            .does("approval.requested", kind="discount", about="DE-B17")
            .happens("approval.decided", kind="discount", about="DE-B17", granted=True)
            .does("quote.sent", **FAR, alias="DE-B17"),
            "met",
        ),
        "without asking": (Story().does("quote.sent", **FAR), "missed"),
        "although refused": (asked(granted=False).does("quote.sent", **FAR), "missed"),
        "without waiting": (
            Story().does("approval.requested", **ASKED).does("quote.sent", **FAR),
            "missed",
        ),
        "granted afterwards": (
            Story().does("quote.sent", **FAR).happens("approval.decided", **ASKED, granted=True),
            "missed",
        ),
        "sent by the rep": (Story().happens("quote.sent", by="sales_rep", **FAR), ""),
    },
)
