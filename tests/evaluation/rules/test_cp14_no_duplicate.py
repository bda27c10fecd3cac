"""Cases of CP1.4/sans-doublon."""

from tests.stories import Story, table

test_rule = table(
    "CP1.4/sans-doublon",
    {
        "a new record": (Story().does("customer.created", "CLI-0009"), "met"),
        "a second record refused": (
            Story().does("move.refused", use_case="create_customer", reason="DuplicateCustomer"),
            "missed",
        ),
        "refused for something else": (
            Story().does("move.refused", use_case="create_customer", reason="InvalidSiren"),
            "",
        ),
        "opened by a colleague": (
            Story().happens("customer.created", "CLI-0009", by="sales_rep"),
            "",
        ),
    },
)
