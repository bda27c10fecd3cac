"""Cases of CP4.2/banque-avant-relance."""

from tests.stories import Story, owed, table

LOOK, STEP, MONEY = ("bank.consulted",), ("dunning.sent",), ("bank.credited",)
FROM = {"customer": "CLI-0001"}


def debt() -> Story:
    """An invoice overdue."""
    return Story(owed("2026-10-20"))


test_rule = table(
    "CP4.2/banque-avant-relance",
    {
        "looked at before": (debt().does(*LOOK).does(*STEP), "met"),
        "never looked at": (debt().does(*STEP), "missed"),
        "looked at afterwards": (debt().does(*STEP).does(*LOOK), "missed"),
        "looked at last week": (debt().does(*LOOK).at("11-10 09:00").does(*STEP), "missed"),
        "one look for two reminders": (debt().does(*LOOK).does(*STEP).does(*STEP), "met met"),
        "money has come since": (debt().does(*LOOK).happens(*MONEY, **FROM).does(*STEP), "missed"),
        "money waits": (debt().happens(*MONEY, **FROM).does(*LOOK).does(*STEP), "missed"),
        "money was recorded": (
            debt()
            .happens(*MONEY, **FROM)
            .does("payment.recorded", bank_line="BQ-2026-000001")
            .does(*LOOK)
            .does(*STEP),
            "met",
        ),
        "the invoice is disputed": (
            debt().does(*LOOK).happens("invoice.refused").does(*STEP),
            "missed",
        ),
        "a formal notice too": (debt().does("formal_notice.sent"), "missed"),
    },
)
