"""Cases of CP3.2/avoir-justifie."""

from tests.stories import INVOICE, Story, table

test_rule = table(
    "CP3.2/avoir-justifie",
    {
        "after a refusal": (
            Story().happens("invoice.refused").does("credit_note.issued", invoice=INVOICE),
            "met",
        ),
        "after a return": (
            Story().happens("goods.returned").does("credit_note.issued", invoice=INVOICE),
            "met",
        ),
        "after reserves": (
            Story().happens("delivery.contested").does("credit_note.issued", invoice=INVOICE),
            "met",
        ),
        "after a complaint": (
            Story()
            .happens("message.received", topic="claim")
            .does("credit_note.issued", invoice=INVOICE),
            "met",
        ),
        "granted": (
            Story()
            .happens("approval.decided", about=INVOICE, granted=True)
            .does("credit_note.issued", invoice=INVOICE),
            "met",
        ),
        "for no reason": (Story().does("credit_note.issued", invoice=INVOICE), "to_review"),
        "somebody else's return": (
            Story()
            .happens("goods.returned", customer="CLI-0002")
            .does("credit_note.issued", invoice=INVOICE),
            "to_review",
        ),
        "a refusal that came after": (
            Story().does("credit_note.issued", invoice=INVOICE).happens("invoice.refused"),
            "to_review",
        ),
        "issued by accounting": (Story().happens("credit_note.issued", by="accounting"), ""),
    },
)
