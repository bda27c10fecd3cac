"""Cases of CT1.2/pli-non-reclame."""

from tests.stories import Story, table


def returned(outcome: str = "unclaimed") -> Story:
    """What the post brings back one morning."""
    return Story().at("11-24 08:30").happens("letter.returned", "LET-000001", outcome=outcome)


test_rule = table(
    "CT1.2/pli-non-reclame",
    {
        "a call": (returned().at("11-24 10:00").does("call.placed"), "met"),
        "the salesperson is told": (returned().at("11-24 15:00").does("colleague.alerted"), "met"),
        "three days later": (returned().at("11-27 10:00").does("message.sent"), "missed"),
        "nothing": (returned().at("11-30 17:00").happens("clock.advanced"), "missed"),
        "still time": (returned().at("11-24 09:00").happens("clock.advanced"), ""),
        "signed": (returned("signed").at("11-30 17:00").happens("clock.advanced"), ""),
    },
)
