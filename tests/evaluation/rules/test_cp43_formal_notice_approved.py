"""Cases of CP4.3/accord-avant-mise-en-demeure."""

from tests.stories import INVOICE, Story, table

SENT = ("formal_notice.sent",)
NOTICE = {"kind": "formal_notice", "about": INVOICE}


def asked() -> Story:
    """The director is asked."""
    return Story().does("approval.requested", **NOTICE)


test_rule = table(
    "CP4.3/accord-avant-mise-en-demeure",
    {
        "granted": (asked().happens("approval.decided", **NOTICE, granted=True).does(*SENT), "met"),
        "refused": (
            asked().happens("approval.decided", **NOTICE, granted=False).does(*SENT),
            "missed",
        ),
        "not answered yet": (asked().does(*SENT), "missed"),
        "not asked": (Story().does(*SENT), "missed"),
        "granted afterwards": (
            asked().does(*SENT).happens("approval.decided", **NOTICE, granted=True),
            "missed",
        ),
    },
)
