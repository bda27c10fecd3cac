"""Cases of CP3.1/historique-avant-reponse."""

from tests.stories import Story, table


def claim() -> Story:
    """A customer complains."""
    return Story().happens("message.received", topic="claim")


test_rule = table(
    "CP3.1/historique-avant-reponse",
    {
        "read before the answer": (claim().does("history.consulted").does("message.sent"), "met"),
        "read before a call": (claim().does("history.consulted").does("call.placed"), "met"),
        "not read": (claim().does("message.sent"), "missed"),
        "read afterwards": (claim().does("message.sent").does("history.consulted"), "missed"),
        "another history": (
            claim().does("history.consulted", "CLI-0002", customer="CLI-0002").does("message.sent"),
            "missed",
        ),
        "read last week": (
            Story(start="10-20 09:00")
            .does("history.consulted")
            .at("11-02 09:00")
            .happens("message.received", topic="claim")
            .does("message.sent"),
            "missed",
        ),
        "not a complaint": (
            Story().happens("message.received", topic="order").does("message.sent"),
            "",
        ),
        "a second letter": (
            claim().does("history.consulted").does("message.sent").does("message.sent"),
            "met",
        ),
    },
)
