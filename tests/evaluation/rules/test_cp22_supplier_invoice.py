"""Cases of CP2.2/facture-fournisseur-rapprochee."""

from tests.stories import Story, table


def matched() -> Story:
    """The invoice was laid beside the order and the receipt."""
    return Story().does("supplier_invoice.matched")


test_rule = table(
    "CP2.2/facture-fournisseur-rapprochee",
    {
        "matched, then approved": (matched().does("supplier_invoice.approved"), "met"),
        "approved without matching": (Story().does("supplier_invoice.approved"), "missed"),
        "approved, then matched": (
            Story().does("supplier_invoice.approved").does("supplier_invoice.matched"),
            "missed",
        ),
        "approved with differences": (
            matched().does("supplier_invoice.approved", differences=("price",)),
            "missed",
        ),
        "contested with reason": (matched().does("supplier_invoice.disputed", founded=True), "met"),
        "contested for nothing": (matched().does("supplier_invoice.disputed"), "missed"),
        "approved by accounting": (
            Story().happens("supplier_invoice.approved", by="accounting"),
            "",
        ),
    },
)
