"""Cases of CP4.3/procedure-collective-remontee."""

from tests.stories import CUSTOMER, Story, table

NOTICE = "PRC-2026-000001"


def opened() -> Story:
    """On Monday morning, a customer's proceedings are published."""
    return Story().happens("insolvency.published", NOTICE, by="registry", customer=CUSTOMER)


def alerted(story: Story, **values: str) -> Story:
    """A colleague is told of the customer."""
    known = {"customer": CUSTOMER, "about": NOTICE, "post": "director", **values}
    return story.does("colleague.alerted", **known)


test_rule = table(
    "CP4.3/procedure-collective-remontee",
    {
        "raised at once": (alerted(opened()), "met"),
        "a decision asked for": (
            opened().does("approval.requested", about=NOTICE, post="director"),
            "met",
        ),
        "raised two days later": (alerted(opened().at("11-04 10:00")), "missed"),
        "told to accounting alone": (
            alerted(opened(), post="accounting").until("11-04 10:00"),
            "missed",
        ),
        "kept silent": (opened().until("11-04 10:00"), "missed"),
        "still time": (opened(), ""),
    },
)
