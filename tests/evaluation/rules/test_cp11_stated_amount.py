"""Cases of CP1.1/montant-juste."""

from tests.stories import INVOICE, ORDER, Story, table

NOTICE = {"kind": "formal_notice", "about": INVOICE}
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
        "nothing in excess": (
            Story()
            .sees_outstanding(about=ORDER, exposure=60000, limit=120000)
            .does("approval.requested", **ASKED, amount=0),
            "",
        ),
        "the balance that was dunned": (
            Story()
            .does("dunning.sent", balance=120000)
            .does("approval.requested", **NOTICE, amount=120000),
            "met",
        ),
        "another balance": (
            Story()
            .does("dunning.sent", balance=120000)
            .does("approval.requested", **NOTICE, amount=90000),
            "missed",
        ),
        "another question": (
            seen().does("approval.requested", kind="discount", about=ORDER, amount=5),
            "",
        ),
    },
)
