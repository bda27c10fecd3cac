"""Cases of CP1.1/facture-intangible."""

from tests.stories import INVOICE, Story, table

TRY = {"use_case": "amend_invoice", "reason": "IssuedInvoiceNeverChanges"}

test_rule = table(
    "CP1.1/facture-intangible",
    {
        "one try": (Story().does("move.refused", INVOICE, **TRY), ""),
        "two tries": (
            Story().does("move.refused", INVOICE, **TRY).does("move.refused", INVOICE, **TRY),
            "missed",
        ),
        "one try, then a credit note": (
            Story()
            .does("move.refused", INVOICE, **TRY)
            .does("credit_note.issued", invoice=INVOICE),
            "met",
        ),
        "rejected, then a credit note": (
            Story().happens("invoice.rejected").does("credit_note.issued", invoice=INVOICE),
            "met",
        ),
        "a credit note for no fault": (Story().does("credit_note.issued", invoice=INVOICE), ""),
        "tries on two invoices": (
            Story()
            .does("move.refused", INVOICE, **TRY)
            .does("move.refused", "FA-2026-000002", **TRY),
            "",
        ),
    },
)
