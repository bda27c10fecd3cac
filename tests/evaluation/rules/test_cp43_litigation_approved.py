"""Cases of CP4.3/accord-avant-contentieux."""

from tests.stories import Story, table

INVOICE, FILE = "FA-2026-000003", "CTX-2026-000001"
ABOUT = {"kind": "litigation", "about": INVOICE}


def asked() -> Story:
    """The director is asked whether to hand the debt over."""
    return Story().does("approval.requested", **ABOUT)


def answered(granted: bool) -> Story:
    """The director answers."""
    return asked().happens("approval.decided", by="director", granted=granted, **ABOUT)


def handed(story: Story, *, needed: bool = True) -> Story:
    """The debt is handed over."""
    return story.does("litigation.handed", FILE, invoice=INVOICE, needed=needed)


test_rule = table(
    "CP4.3/accord-avant-contentieux",
    {
        "with the agreement": (handed(answered(True)), "met"),
        "against a refusal": (handed(answered(False)), "missed"),
        "without waiting": (handed(asked()), "missed"),
        "without asking": (handed(Story()), "missed"),
        "when it is ours to decide": (handed(Story(), needed=False), ""),
    },
)
