"""Cases of CP1.1/reglement-lettre."""

from tests.stories import Story, table

test_rule = table(
    "CP1.1/reglement-lettre",
    {
        "matched at once": (Story().does("payment.recorded").does("payment.reconciled"), "met"),
        "matched two days later": (
            Story().does("payment.recorded").at("11-05 09:00").does("payment.reconciled"),
            "missed",
        ),
        "another payment matched": (
            Story()
            .does("payment.recorded")
            .does("payment.reconciled", "REG-2026-000009")
            .until("11-05 09:00"),
            "missed",
        ),
        "matched before it is recorded": (
            Story().does("payment.reconciled").does("payment.recorded").until("11-05 09:00"),
            "missed",
        ),
        "never matched": (Story().does("payment.recorded").until("11-05 09:00"), "missed"),
        "still time": (Story().does("payment.recorded").until("11-02 12:00"), ""),
        "matched by accounting": (
            Story().does("payment.recorded").happens("payment.reconciled", by="accounting"),
            "",
        ),
    },
)
