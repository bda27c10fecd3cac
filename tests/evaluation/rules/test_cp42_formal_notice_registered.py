"""Cases of CP4.2/mise-en-demeure-recommandee."""

from tests.stories import Story, table

test_rule = table(
    "CP4.2/mise-en-demeure-recommandee",
    {
        "registered": (Story().does("formal_notice.sent", channel="registered"), "met"),
        "by mail": (Story().does("formal_notice.sent", channel="email"), "missed"),
        "by the director": (Story().happens("formal_notice.sent", channel="email"), ""),
    },
)
