"""Cases of CP2.2/piece-avant-litige."""

from tests.stories import Story, goods, table

CLAIM = {"purchase_order": "CF-2026-000001"}


def received(**values: object) -> Story:
    """A receipt was booked."""
    return Story().does("goods.received", **CLAIM, **values)


test_rule = table(
    "CP2.2/piece-avant-litige",
    {
        "after a receipt with a difference": (
            received(difference=True).does("supplier.claimed", **CLAIM),
            "met",
        ),
        "after damage": (received(damaged=(goods(),)).does("supplier.claimed", **CLAIM), "met"),
        "after a good receipt": (received().does("supplier.claimed", **CLAIM), "missed"),
        "without a receipt": (Story().does("supplier.claimed", **CLAIM), "missed"),
        "before the receipt": (
            Story()
            .does("supplier.claimed", **CLAIM)
            .does("goods.received", **CLAIM, difference=True),
            "missed",
        ),
        "by purchasing": (Story().happens("supplier.claimed", by="purchasing", **CLAIM), ""),
    },
)
