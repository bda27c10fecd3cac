"""Cases of CP1.2/facture-apres-expedition."""

from tests.stories import DELIVERY, Story, table


def shipped() -> Story:
    """Goods that left on the eve of a public holiday, at three."""
    return Story().at("11-10 15:00").does("delivery.shipped")


test_rule = table(
    "CP1.2/facture-apres-expedition",
    {
        "the same day": (shipped().does("invoice.issued", delivery=DELIVERY), "met"),
        "over a holiday": (
            shipped().at("11-12 14:00").does("invoice.issued", delivery=DELIVERY),
            "met",
        ),
        "two days later": (
            shipped().at("11-13 15:00").does("invoice.issued", delivery=DELIVERY),
            "missed",
        ),
        "another delivery is invoiced": (
            shipped().does("invoice.issued", delivery="BL-2026-000009").until("11-16 09:00"),
            "missed",
        ),
        "never": (shipped().until("11-16 09:00"), "missed"),
        "still time": (shipped().until("11-12 09:00"), ""),
        "invoiced by accounting": (shipped().happens("invoice.issued", delivery=DELIVERY), ""),
    },
)


def monthly() -> Story:
    """Goods for a customer who wants one invoice a month."""
    return Story().at("11-10 15:00").does("delivery.shipped", monthly=True)


PARTS = ({"delivery": DELIVERY},)

test_monthly = table(
    "CP1.2/facture-apres-expedition",
    {
        "with the others of the month": (
            monthly().at("11-27 15:00").does("invoice.issued", delivery="", parts=PARTS),
            "met",
        ),
        "alone, in the month": (
            monthly().at("11-27 15:00").does("invoice.issued", delivery=DELIVERY),
            "met",
        ),
        "the month after": (
            monthly().at("12-02 15:00").does("invoice.issued", delivery="", parts=PARTS),
            "missed",
        ),
        "never": (monthly().until("12-02 09:00"), "missed"),
        "still time": (monthly().until("11-28 09:00"), ""),
    },
)
