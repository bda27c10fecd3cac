"""Cases of CP2.1/reapprovisionnement."""

from tests.stories import Story, goods, table


def reserved(**values: int) -> Story:
    """Units set aside on Tuesday at nine; the reorder point is five."""
    known = {"reserved": 2, "available_before": 6, "reorder_point": 5, **values}
    return Story().at("11-03 09:00").does("stock.reserved", product="MOB-001", **known)


def below() -> Story:
    """Four are left."""
    return reserved()


test_rule = table(
    "CP2.1/reapprovisionnement",
    {
        "ordered the same day": (below().does("purchase_order.sent", lines=(goods(),)), "met"),
        "ordered two days later": (
            below().at("11-05 09:30").does("purchase_order.sent", lines=(goods(),)),
            "missed",
        ),
        "another product ordered": (
            below().does("purchase_order.sent", lines=(goods("MOB-009"),)).until("11-06 09:00"),
            "missed",
        ),
        "never ordered": (below().until("11-06 09:00"), "missed"),
        "still time": (below().until("11-03 15:00"), ""),
        "enough is on its way": (reserved(on_order=20), ""),
        "above the reorder point": (reserved(available_before=20), ""),
        "short, and ordered enough": (
            reserved(reserved=0, short=9, available_before=0).does(
                "purchase_order.sent", lines=(goods(ordered=9),)
            ),
            "met",
        ),
        "short, and ordered too little": (
            reserved(reserved=0, short=9, available_before=0).does(
                "purchase_order.sent", lines=(goods(ordered=3),)
            ),
            "partly",
        ),
        "ordered by purchasing": (
            below().happens("purchase_order.sent", by="purchasing", lines=(goods(),)),
            "",
        ),
    },
)
