"""Cases of CP4.1/nouveau-client-ou-montant-inhabituel."""

from tests.stories import Story, table

test_rule = table(
    "CP4.1/nouveau-client-ou-montant-inhabituel",
    {
        "a known customer": (Story().records(), ""),
        "a new one, looked into": (
            Story().does("history.consulted").records(new_customer=True),
            "met",
        ),
        "a new one": (Story().records(new_customer=True), "missed"),
        "an unusual amount": (Story().records(unusual=True), "missed"),
        "an unusual amount, looked into": (
            Story().does("history.consulted").records(unusual=True),
            "met",
        ),
        "somebody else's history": (
            Story()
            .does("history.consulted", "CLI-0002", customer="CLI-0002")
            .records(unusual=True),
            "missed",
        ),
        "looked into afterwards": (
            Story().records(unusual=True).does("history.consulted"),
            "missed",
        ),
        "a quote to a new customer, unseen": (
            Story().does("quote.sent", new_customer=True),
            "missed",
        ),
        "a quote to a new customer, seen": (
            Story().does("history.consulted").does("quote.sent", new_customer=True),
            "met",
        ),
        "an unusual quote, seen afterwards": (
            Story().does("quote.sent", unusual=True).does("history.consulted"),
            "missed",
        ),
        "an ordinary quote": (Story().does("quote.sent"), ""),
    },
)
