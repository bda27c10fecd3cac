"""Cases of CP2.3/pieces-transmises."""

from tests.stories import Story, table

test_rule = table(
    "CP2.3/pieces-transmises",
    {
        "everybody has it": (Story().does("document.transmitted", document="FA-1"), "met"),
        "one is missing": (
            Story().does("document.transmitted", document="FA-1", missing=("accounting",)),
            "missed",
        ),
        "in two goes": (
            Story()
            .does("document.transmitted", document="FA-1", missing=("accounting",))
            .does("document.transmitted", document="FA-1"),
            "met",
        ),
        "by accounting": (
            Story().happens("document.transmitted", by="accounting", missing=("director",)),
            "",
        ),
    },
)
