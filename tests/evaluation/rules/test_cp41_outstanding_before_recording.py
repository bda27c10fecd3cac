"""Cases of CP4.1/encours-avant-commande."""

from tests.stories import Story, table


def day() -> Story:
    """A morning at the desk."""
    return Story().at("11-03 09:00")


test_rule = table(
    "CP4.1/encours-avant-commande",
    {
        "seen before": (day().sees_outstanding().records(), "met"),
        "seen three times": (
            day().sees_outstanding().sees_outstanding().sees_outstanding().records(),
            "met",
        ),
        "seen the day before": (
            Story().at("11-02 15:00").sees_outstanding().at("11-03 14:00").records(),
            "met",
        ),
        "seen afterwards": (day().records().sees_outstanding(), "missed"),
        "never seen": (day().records(), "missed"),
        "somebody else's": (day().sees_outstanding("CLI-0002").records(), "missed"),
        "seen last week": (Story().sees_outstanding().at("11-09 09:00").records(), "missed"),
        "an invoice was issued since": (
            day().sees_outstanding().does("invoice.issued").records(),
            "missed",
        ),
        "an invoice to somebody else since": (
            day().sees_outstanding().does("invoice.issued", customer="CLI-0002").records(),
            "met",
        ),
        "another order of theirs was recorded since": (
            day().sees_outstanding().records().records("CDE-2026-000002"),
            "met missed",
        ),
        "seen by the director": (
            day().happens("outstanding.consulted", by="director").records(),
            "missed",
        ),
        "recorded by the director": (day().records(by="director"), ""),
        "a practice customer": (Story(practice=("CLI-0001",)).records(), ""),
    },
)
