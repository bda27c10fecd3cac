"""Cases of CP1.4/fiche-complete."""

from tests.stories import CUSTOMER, Story, table

test_rule = table(
    "CP1.4/fiche-complete",
    {
        "completed before": (
            Story().does("customer.updated", CUSTOMER).records(new_customer=True),
            "met",
        ),
        "complete from the start": (Story().records(new_customer=True, missing=()), "met"),
        "still incomplete": (
            Story()
            .does("customer.updated", CUSTOMER, missing=("siren",))
            .records(new_customer=True),
            "missed",
        ),
        "never looked at": (Story().records(new_customer=True, missing=("siren",)), "missed"),
        "opened and left empty": (
            Story().does("customer.created", CUSTOMER, missing=("town",)).records(),
            "missed",
        ),
        "completed afterwards": (
            Story()
            .records(new_customer=True, missing=("siren",))
            .does("customer.updated", CUSTOMER),
            "missed",
        ),
        "a customer of old": (Story().records(missing=("phone",)), ""),
        "an old journal": (Story().records(new_customer=True), ""),
    },
)
