"""Cases of CP3.4/accord-demande."""

from tests.stories import ORDER, Story, table

test_rule = table(
    "CP3.4/accord-demande",
    {
        "discount asked for": (
            Story()
            .does("quote.drawn_up", "DE-B17")
            .does("approval.requested", kind="discount", about="DE-B17", needed=True)
            .does("quote.sent", alias="DE-B17", approval="ACC-2026-000001"),
            "met",
        ),
        "discount not asked for": (
            Story().does("quote.sent", cautions=("DiscountAboveDelegation",)),
            "missed",
        ),
        "asked, not obtained": (
            Story()
            .does("approval.requested", kind="over_limit", about=ORDER)
            .records(cautions=("OverLimit",)),
            "met",
        ),
        "asked for something else": (
            Story()
            .does("approval.requested", kind="discount", about=ORDER)
            .records(cautions=("OverLimit",)),
            "missed",
        ),
        "declined after asking": (
            Story()
            .does("approval.requested", kind="over_limit", about=ORDER)
            .does("order.declined", excess=1000),
            "met",
        ),
        "declined without asking": (Story().does("order.declined", excess=1000), "missed"),
        "granted for nothing": (
            Story()
            .does("approval.requested", kind="over_limit", about=ORDER)
            .records(approval="ACC-2026-000001"),
            "",
        ),
        "within the delegation": (Story().does("quote.sent").records(), ""),
    },
)
