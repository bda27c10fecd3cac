"""Cases of CP2.3/sans-surinformation."""

from tests.stories import ORDER, Story, table

WORD = {"topic": "stock", "about": ORDER}


def alerts(*posts: str) -> Story:
    """These posts are told of the same matter."""
    story = Story()
    for post in posts:
        story.does("colleague.alerted", **WORD, post=post)
    return story


test_rule = table(
    "CP2.3/sans-surinformation",
    {
        "the right post": (Story().does("colleague.alerted", **WORD, post="purchasing"), "met"),
        "three others besides": (
            alerts("purchasing", "director", "accounting", "shipping"),
            "missed",
        ),
        "two others besides": (alerts("purchasing", "director", "accounting"), "met"),
        "a paper to those who must have it": (
            Story().does("document.transmitted", recipients=("shipping",), expected=("shipping",)),
            "met",
        ),
        "a paper to three more": (
            Story().does("document.transmitted", recipients=("a", "b", "c")),
            "missed",
        ),
        "a topic of nobody's": (Story().does("colleague.alerted", topic="other"), ""),
    },
)
