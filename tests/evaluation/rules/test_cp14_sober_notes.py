"""Cases of CP1.4/notes-sobres."""

from tests.stories import Story, table

test_rule = table(
    "CP1.4/notes-sobres",
    {
        "a sober note": (Story().does("call.noted"), "met"),
        "a word that is not noted": (
            Story().does("call.noted", cautions=("SensitiveWords",)),
            "missed",
        ),
        "a task and a contact": (
            Story().does("task.created", "TCH-000001").does("contact.added", "CLI-0001"),
            "met met",
        ),
        "the note of a record": (Story().does("customer.updated", changed=("note",)), "met"),
        "a record without a word": (
            Story().does("customer.updated", changed=("phone",)).does("customer.created"),
            "",
        ),
        "a complaint in words that hurt": (
            Story().does("complaint.opened", cautions=("SensitiveWords",)),
            "missed",
        ),
        "a hand-over": (Story().does("handover.written", "PAS-000001"), "met"),
        "somebody else's note": (Story().happens("call.noted", cautions=("SensitiveWords",)), ""),
    },
)
