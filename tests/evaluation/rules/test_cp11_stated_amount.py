"""Cases of CP1.1/montant-juste."""

from tests.stories import ORDER, Story, table

ASKED = {"kind": "over_limit", "about": ORDER}


def seen() -> Story:
    """The outstanding was read for this order: two hundred euros too much."""
    return Story().sees_outstanding(about=ORDER, exposure=140000, limit=120000)


test_rule = table(
    "CP1.1/montant-juste",
    {
        "the excess that was read": (
            seen().does("approval.requested", **ASKED, amount=20000),
            "met",
        ),
        "half a euro away": (seen().does("approval.requested", **ASKED, amount=20050), "met"),
        "another figure": (seen().does("approval.requested", **ASKED, amount=25000), "missed"),
        "nothing was read": (Story().does("approval.requested", **ASKED, amount=20000), ""),
        "another question": (
            seen().does("approval.requested", kind="discount", about=ORDER, amount=5),
            "",
        ),
    },
)
