"""Cases of CP2.1/fournisseur-en-retard."""

from tests.stories import Story, table

ARRIVAL = ("goods.arrived", "CF-2026-000001")


def ordered() -> Story:
    """Goods due on Friday the sixth."""
    return Story().does("purchase_order.sent", expected_on="2026-11-06")


test_rule = table(
    "CP2.1/fournisseur-en-retard",
    {
        "arrived in time": (ordered().at("11-06 10:00").happens(*ARRIVAL).until("11-20 09:00"), ""),
        "chased the next morning": (
            ordered().at("11-09 10:00").does("purchase_order.chased"),
            "met",
        ),
        "chased three days later": (
            ordered().at("11-12 10:00").does("purchase_order.chased"),
            "missed",
        ),
        "never chased": (ordered().until("11-12 10:00"), "missed"),
        "arrived the next morning": (
            ordered().at("11-09 10:00").happens(*ARRIVAL).until("11-20 09:00"),
            "",
        ),
        "a later date was given in time": (
            ordered()
            .at("11-05 10:00")
            .happens("purchase_order.acknowledged", confirmed_on="2026-11-13")
            .until("11-12 10:00"),
            "",
        ),
        "the later date has passed too": (
            ordered()
            .at("11-05 10:00")
            .happens("purchase_order.acknowledged", confirmed_on="2026-11-13")
            .until("11-18 10:00"),
            "missed",
        ),
        "still time": (ordered().until("11-09 15:00"), ""),
    },
)
