"""Cases of CP4.3/accord-avant-declaration."""

from tests.stories import Story, table

NOTICE, CLAIM = "PRC-2026-000001", "DEC-2026-000001"
ABOUT = {"kind": "debt_claim", "about": NOTICE}


def asked() -> Story:
    """The director is asked whether to declare."""
    return Story().does("approval.requested", **ABOUT)


def answered(granted: bool) -> Story:
    """The director answers."""
    return asked().happens("approval.decided", by="director", granted=granted, **ABOUT)


def declared(story: Story) -> Story:
    """The debt is declared."""
    return story.does("debt_claim.declared", CLAIM, insolvency=NOTICE)


test_rule = table(
    "CP4.3/accord-avant-declaration",
    {
        "with the agreement": (declared(answered(True)), "met"),
        "against a refusal": (declared(answered(False)), "missed"),
        "without waiting": (declared(asked()), "missed"),
        "without asking": (declared(Story()), "missed"),
    },
)
