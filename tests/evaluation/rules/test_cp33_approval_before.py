"""Cases of CP3.3/accord-obtenu-avant."""

from tests.stories import ORDER, Story, table

ASKED = {"kind": "over_limit", "about": ORDER}
USEFUL = {"needed": True, **ASKED}


def asked() -> Story:
    """The director is asked."""
    return Story().does("approval.requested", **USEFUL)


test_rule = table(
    "CP3.3/accord-obtenu-avant",
    {
        "granted before": (
            asked()
            .happens("approval.decided", by="director", **ASKED, granted=True)
            .records(approval="ACC-2026-000001"),
            "met",
        ),
        "without waiting": (asked().records(cautions=("OverLimit",)), "missed"),
        "without asking": (Story().records(cautions=("OverLimit",)), "missed"),
        "although refused": (
            asked().happens("approval.decided", **ASKED).records(cautions=("OverLimit",)),
            "missed",
        ),
        "a discount too far": (
            Story().does("quote.sent", cautions=("DiscountAboveDelegation",)),
            "missed",
        ),
        "one granted, one not": (
            asked()
            .happens("approval.decided", **ASKED, granted=True)
            .records(approval="ACC-2026-000001", cautions=("AmountAboveDelegation",)),
            "missed",
        ),
        "granted for nothing": (
            Story()
            .does("approval.requested", **ASKED)
            .happens("approval.decided", **ASKED, granted=True)
            .records(approval="ACC-2026-000001"),
            "",
        ),
        "within the delegation": (Story().records(), ""),
        "by the director": (Story().records(by="director", cautions=("OverLimit",)), ""),
    },
)
