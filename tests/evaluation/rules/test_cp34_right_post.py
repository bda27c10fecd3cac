"""Cases of CP3.4/bon-interlocuteur."""

from tests.stories import Story, table


def wrong() -> Story:
    """Accounting is told of a stockout."""
    return Story().does("colleague.alerted", post="accounting", topic="stock")


test_rule = table(
    "CP3.4/bon-interlocuteur",
    {
        "purchasing, of stock": (
            Story().does("colleague.alerted", post="purchasing", topic="stock"),
            "met",
        ),
        "accounting, of stock": (wrong().until("11-06 09:00"), "missed"),
        "the right one as well": (
            wrong().does("colleague.alerted", post="purchasing", topic="stock"),
            "met",
        ),
        "the right one before": (
            Story()
            .does("colleague.alerted", post="purchasing", topic="stock")
            .at("11-02 16:00")
            .does("colleague.alerted", post="accounting", topic="stock"),
            "met",
        ),
        "the right one hours later": (
            wrong().at("11-02 14:30").does("colleague.alerted", post="purchasing", topic="stock"),
            "partly met",
        ),
        "a topic that is nobody's": (
            Story().does("colleague.alerted", post="director", topic="other"),
            "",
        ),
        "a topic of a post that is not here": (
            Story().does("colleague.alerted", post="director", topic="delivery"),
            "",
        ),
    },
)
