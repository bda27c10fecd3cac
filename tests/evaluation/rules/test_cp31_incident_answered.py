"""Cases of CP3.1/reaction-a-l-incident."""

from tests.stories import Story, table

test_rule = table(
    "CP3.1/reaction-a-l-incident",
    {
        "accepted": (Story().happens("incident.answered", worth="accepted"), "met"),
        "tolerated": (Story().happens("incident.answered", worth="tolerated"), "partly"),
        "wrong": (Story().happens("incident.answered", worth="wrong"), "missed"),
        "the best of several": (
            Story()
            .happens("incident.answered", worth="wrong")
            .happens("incident.answered", worth="tolerated")
            .happens("incident.answered", worth="accepted")
            .happens("incident.answered", worth="accepted"),
            "met",
        ),
        "only struck": (Story().happens("incident.struck"), ""),
    },
)
