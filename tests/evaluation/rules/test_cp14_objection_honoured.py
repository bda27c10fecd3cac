"""Cases of CP1.4/opposition-respectee."""

from tests.stories import Story, table


def offered(*cautions: str, topic: str = "prospecting") -> Story:
    """An offer is sent."""
    return Story().does("message.sent", topic=topic, cautions=cautions)


test_rule = table(
    "CP1.4/opposition-respectee",
    {
        "to somebody who may be": (offered(), "met"),
        "to somebody who objected": (offered("ObjectionIgnored"), "missed"),
        "to a private person who did not agree": (offered("ConsumerConsentMissing"), "missed"),
        "by a channel that does not suit": (offered("ChannelUnfit"), "met"),
        "rung in spite of an objection": (
            Story().does("call.placed", topic="prospecting", cautions=("ObjectionIgnored",)),
            "missed",
        ),
        "a private person rung too early": (
            Story().does("call.placed", topic="prospecting", cautions=("OutsideCallHours",)),
            "partly",
        ),
        "rung about an order": (Story().does("call.placed", topic="order"), ""),
        "about an order": (offered(topic="order"), ""),
    },
)
