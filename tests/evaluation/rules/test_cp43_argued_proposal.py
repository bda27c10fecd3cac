"""Cases of CP4.3/proposition-argumentee."""

from tests.stories import INVOICE, Story, owed, table

ASKED = {"kind": "formal_notice", "about": INVOICE}


def dunned() -> Story:
    """A reminder was sent."""
    return Story().does("dunning.sent")


test_rule = table(
    "CP4.3/proposition-argumentee",
    {
        "complete, after dunning": (
            dunned().does("approval.requested", **ASKED, options=True, recommendation=True),
            "met",
        ),
        "dunned before the run": (
            Story(owed("2026-09-01", dunning_level="reminder_2")).does(
                "approval.requested", **ASKED, options=True, recommendation=True
            ),
            "met",
        ),
        "never dunned": (
            Story().does("approval.requested", **ASKED, options=True, recommendation=True),
            "partly",
        ),
        "without options": (dunned().does("approval.requested", **ASKED), "partly"),
        "neither": (Story().does("approval.requested", **ASKED), "missed"),
        "another question": (Story().does("approval.requested", kind="discount"), ""),
    },
)
