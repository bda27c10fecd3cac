"""Cases of CP3.1/reaction-a-l-incident."""

from tests.stories import Story, table

test_rule = table(
    "CP3.1/reaction-a-l-incident",
    {
        "accepted": (Story().happens("incident.answered", worth="accepted"), "met"),
        "tolerated": (Story().happens("incident.answered", worth="tolerated"), "partly"),
        "wrong": (Story().happens("incident.answered", worth="wrong"), "missed"),
        "only struck": (Story().happens("incident.struck"), ""),
    },
)
