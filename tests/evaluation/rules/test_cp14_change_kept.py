"""Cases of CP1.4/changement-reporte."""

from tests.stories import CUSTOMER, Story, table


def news() -> Story:
    """A customer announces a new address."""
    return Story().happens("message.received", topic="change")


test_rule = table(
    "CP1.4/changement-reporte",
    {
        "kept at once": (news().does("customer.updated", CUSTOMER), "met"),
        "kept two days later": (
            news().at("11-05 09:00").does("customer.updated", CUSTOMER),
            "missed",
        ),
        "a quote left before": (
            news().does("quote.sent").does("customer.updated", CUSTOMER),
            "missed",
        ),
        "a quote left after": (news().does("customer.updated", CUSTOMER).does("quote.sent"), "met"),
        "another record changed": (
            news().does("customer.updated", "CLI-0002").until("11-05 09:00"),
            "missed",
        ),
        "never kept": (news().until("11-05 09:00"), "missed"),
        "still time": (news().until("11-02 12:00"), ""),
        "nothing announced": (
            Story().happens("message.received", topic="order").until("11-05 09:00"),
            "",
        ),
    },
)
