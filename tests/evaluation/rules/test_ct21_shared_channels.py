"""Cases of CT2.1/canal-partage."""

from tests.stories import Story, table


def mixed(shared: int, private: int) -> Story:
    """So many shared alerts, so many private messages to the director."""
    story = Story()
    for _ in range(shared):
        story.does("colleague.alerted")
    for _ in range(private):
        story.does("message.sent", to="director")
    return story


test_rule = table(
    "CT2.1/canal-partage",
    {
        "shared": (Story().does("colleague.alerted"), "met"),
        "one private in five": (mixed(4, 1), "met"),
        "one private in three": (mixed(2, 1), "missed"),
        "all private": (mixed(0, 1), "missed"),
        "only customers are written to": (Story().does("message.sent", to="customer:CLI-0001"), ""),
        "nothing said": (Story(), ""),
    },
)
