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
