"""Cases of CP3.2/conditions-du-devis."""

from tests.stories import ORDER, Story, table

ASKED = {"kind": "discount", "about": ORDER}


def other_price() -> Story:
    """An order at another price than its quote."""
    return Story().happens("order.received", differences=("price:MOB-001",))


test_rule = table(
    "CP3.2/conditions-du-devis",
    {
        "brought back to the quote": (other_price().records(), "met"),
        "recorded as it came": (other_price().records(differences=("price:MOB-001",)), "missed"),
        "granted": (
            other_price()
            .does("approval.requested", **ASKED)
            .happens("approval.decided", **ASKED, granted=True)
            .records(differences=("price:MOB-001",)),
            "met",
        ),
        "granted afterwards": (
            other_price()
            .records(differences=("price:MOB-001",))
            .happens("approval.decided", **ASKED, granted=True),
            "missed",
        ),
        "another date": (
            Story().happens("order.received", differences=("date",)).records(differences=("date",)),
            "",
        ),
        "recorded by the director": (
            other_price().records(by="director", differences=("price:MOB-001",)),
            "",
        ),
    },
)
