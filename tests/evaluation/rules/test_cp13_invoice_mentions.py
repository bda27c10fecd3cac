"""Cases of CP1.3/facture-recevable."""

from tests.stories import Story, table

test_rule = table(
    "CP1.3/facture-recevable",
    {
        "taken in": (Story().does("invoice.issued").happens("invoice.deposited"), "met"),
        "rejected": (
            Story().does("invoice.issued").happens("invoice.rejected", reason="SIRET_ABS"),
            "missed",
        ),
        "taken in, then refused": (
            Story().does("invoice.issued").happens("invoice.deposited").happens("invoice.refused"),
            "missed",
        ),
        "no answer yet": (Story().does("invoice.issued"), ""),
        "issued by accounting": (
            Story().happens("invoice.issued", by="accounting").happens("invoice.rejected"),
            "",
        ),
    },
)
