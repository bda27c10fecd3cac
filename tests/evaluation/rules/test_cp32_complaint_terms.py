"""Cases of CP3.2/delai-de-reclamation."""

from typing import Any

from tests.stories import DELIVERY, INVOICE, ORDER, Story, table


def qualified(**values: Any) -> Story:
    """Goods delivered on the 2nd are complained of."""
    told: dict[str, Any] = {"business": True, "nature": "damaged", "allowed": 3, "about": DELIVERY}
    story = Story().happens("delivery.delivered", order=ORDER).at("11-04 09:00")
    story.happens("invoice.issued", order=ORDER, delivery=DELIVERY)
    return story.does("complaint.qualified", **told | values)


test_rule = table(
    "CP3.2/delai-de-reclamation",
    {
        "from the delivery": (qualified(since="2026-11-02"), "met"),
        "from the delivery of the order": (qualified(about=ORDER, since="2026-11-02"), "met"),
        "through its invoice": (qualified(about=INVOICE, since="2026-11-02"), "met"),
        "from the invoice": (qualified(since="2026-11-04"), "missed"),
        "an invoice is contested": (
            qualified(nature="invoice", about=INVOICE, since="2026-11-04"),
            "met",
        ),
        "not counted": (qualified(), "missed"),
        "a consumer": (qualified(business=False, allowed=None), ""),
        "nothing bounds it": (qualified(nature="service", allowed=None), ""),
        "of before the run": (qualified(about="FA-2026-000900", since="2026-10-02"), ""),
    },
)
