"""Cases of CP1.2/reglement-enregistre."""

from tests.stories import Story, table

LINE = {"bank_line": "BQ-2026-000001", "amount": 120000}


def credited() -> Story:
    """Money that lands on Tuesday at half past eight."""
    return Story().at("11-03 08:30").happens("bank.credited", customer="CLI-0001", amount=120000)


test_rule = table(
    "CP1.2/reglement-enregistre",
    {
        "the same day": (credited().does("payment.recorded", **LINE), "met"),
        "two days later": (credited().at("11-05 09:00").does("payment.recorded", **LINE), "missed"),
        "for another customer": (
            credited().does("payment.recorded", **LINE, customer="CLI-0009"),
            "missed",
        ),
        "for another amount": (
            credited().does("payment.recorded", **{**LINE, "amount": 100}),
            "missed",
        ),
        "never": (credited().until("11-06 09:00"), "missed"),
        "still time": (credited().until("11-03 17:00"), ""),
        "recorded by accounting": (credited().happens("payment.recorded", **LINE), ""),
    },
)
