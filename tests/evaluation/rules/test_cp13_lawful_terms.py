"""Cases of CP1.3/delai-de-paiement."""

from tests.stories import CUSTOMER, Story, table


def changed() -> Story:
    """The learner changed the terms of a customer."""
    return Story().does("customer.updated", CUSTOMER, changed=("terms",))


test_rule = table(
    "CP1.3/delai-de-paiement",
    {
        "sixty days": (changed().does("invoice.issued", business=True, due_on="2027-01-01"), "met"),
        "end of month": (
            changed().does("invoice.issued", business=True, due_on="2027-01-14"),
            "met",
        ),
        "ninety days": (
            changed().does("invoice.issued", business=True, due_on="2027-02-01"),
            "missed",
        ),
        "a record opened with long terms": (
            Story()
            .does("customer.created", CUSTOMER)
            .does("invoice.issued", business=True, due_on="2027-02-01"),
            "missed",
        ),
        "a consumer": (changed().does("invoice.issued", due_on="2027-02-01"), ""),
        "terms of the contract": (
            Story().does("invoice.issued", business=True, due_on="2027-02-01"),
            "",
        ),
    },
)
