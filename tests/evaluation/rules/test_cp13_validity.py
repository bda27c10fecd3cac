"""Cases of CP1.3/validite-du-devis."""

from tests.stories import Story, table

test_rule = table(
    "CP1.3/validite-du-devis",
    {
        "thirty days": (Story().does("quote.sent", valid_until="2026-12-02"), "met"),
        "shorter": (Story().does("quote.sent", valid_until="2026-11-12"), "met"),
        "two months": (Story().does("quote.sent", valid_until="2027-01-02"), "missed"),
        "sent by the rep": (
            Story().happens("quote.sent", by="sales_rep", valid_until="2027-01-02"),
            "",
        ),
    },
)
