"""Cases of CP2.3/ecart-de-reception-signale."""

from tests.stories import Story, table


def differs() -> Story:
    """A receipt that is not what was ordered."""
    known = {"purchase_order": "CF-1", "supplier": "FOU-0001", "difference": True}
    return Story().does("goods.received", **known)


test_rule = table(
    "CP2.3/ecart-de-reception-signale",
    {
        "a claim on the supplier": (
            differs().does("supplier.claimed", purchase_order="CF-1"),
            "met",
        ),
        "a message to the supplier": (
            differs().does("message.sent", to="supplier:FOU-0001"),
            "met",
        ),
        "purchasing alerted": (
            differs().does("colleague.alerted", about="CF-1", post="purchasing"),
            "met",
        ),
        "a message to another supplier": (
            differs().does("message.sent", to="supplier:FOU-0002").until("11-05 09:00"),
            "missed",
        ),
        "two days later": (
            differs().at("11-05 09:00").does("supplier.claimed", purchase_order="CF-1"),
            "missed",
        ),
        "nobody": (differs().until("11-05 09:00"), "missed"),
        "still time": (differs().until("11-02 12:00"), ""),
        "no difference": (Story().does("goods.received").until("11-05 09:00"), ""),
    },
)
