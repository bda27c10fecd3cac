"""Cases of CP3.3/demande-argumentee."""

from tests.stories import Story, table

test_rule = table(
    "CP3.3/demande-argumentee",
    {
        "both": (
            Story().does("approval.requested", needed=True, options=True, recommendation=True),
            "met",
        ),
        "options alone": (Story().does("approval.requested", needed=True, options=True), "partly"),
        "neither": (Story().does("approval.requested", needed=True), "missed"),
        "not needed": (Story().does("approval.requested"), ""),
        "a formal notice": (
            Story().does("approval.requested", needed=True, kind="formal_notice"),
            "",
        ),
    },
)
