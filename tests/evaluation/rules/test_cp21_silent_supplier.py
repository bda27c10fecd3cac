"""Cases of CP2.1/fournisseur-muet."""

from tests.stories import Story, table

GOOD = {"confirmed_on": "2026-12-01"}


def ordered() -> Story:
    """A purchase order sent on Monday at nine."""
    return Story().at("11-02 09:00").does("purchase_order.sent", expected_on="2026-12-01")


test_rule = table(
    "CP2.1/fournisseur-muet",
    {
        "acknowledged in time": (
            ordered()
            .at("11-03 10:00")
            .happens("purchase_order.acknowledged", **GOOD)
            .until("11-20 09:00"),
            "",
        ),
        "chased on the third day": (
            ordered().at("11-04 10:00").does("purchase_order.chased"),
            "met",
        ),
        "chased a week later": (
            ordered().at("11-10 10:00").does("purchase_order.chased"),
            "missed",
        ),
        "never chased": (ordered().until("11-10 10:00"), "missed"),
        "acknowledged before it was too late to chase": (
            ordered()
            .at("11-04 16:00")
            .happens("purchase_order.acknowledged", **GOOD)
            .until("11-20 09:00"),
            "",
        ),
        "still time": (ordered().until("11-04 15:00"), ""),
    },
)
