"""Cases of CP2.1/protestation-au-transporteur."""

from tests.stories import Story, goods, table

GOOD = {"arrival": "ARR-2026-000001", "in_time": True, "evidential": True, "precise": True}


def damaged() -> Story:
    """A receipt with damaged goods."""
    return Story().does("goods.received", damaged=(goods(),))


test_rule = table(
    "CP2.1/protestation-au-transporteur",
    {
        "in time and in form": (damaged().does("carrier.protested", **GOOD), "met"),
        "too late": (damaged().does("carrier.protested", **{**GOOD, "in_time": False}), "missed"),
        "by e-mail": (
            damaged().does("carrier.protested", **{**GOOD, "evidential": False}),
            "missed",
        ),
        "vague": (damaged().does("carrier.protested", **{**GOOD, "precise": False}), "missed"),
        "about another receipt": (
            damaged()
            .does("carrier.protested", **{**GOOD, "arrival": "ARR-9"})
            .until("11-09 09:00"),
            "missed",
        ),
        "never": (damaged().until("11-09 09:00"), "missed"),
        "still time": (damaged().until("11-04 09:00"), ""),
        "nothing damaged": (Story().does("goods.received").until("11-09 09:00"), ""),
    },
)
