"""Cases of CP1.4/demande-sur-ses-donnees."""

from tests.stories import CUSTOMER, Story, table

ASKED = "DEM-2026-000001"


def written(topic: str = "privacy") -> Story:
    """On Monday morning, somebody asks what is held on them."""
    sender = {"sender": f"customer:{CUSTOMER}", "customer": CUSTOMER}
    return Story().happens("message.received", topic=topic, **sender)


def noted(story: Story, answer_by: str = "2026-12-02") -> Story:
    """The request is noted."""
    return story.does("privacy.requested", ASKED, customer=CUSTOMER, answer_by=answer_by)


def answered(story: Story, *cautions: str) -> Story:
    """It is answered."""
    return story.does("privacy.answered", ASKED, customer=CUSTOMER, cautions=cautions)


test_rule = table(
    "CP1.4/demande-sur-ses-donnees",
    {
        "noted, then answered": (answered(noted(written()).at("11-10 10:00")), "met"),
        "noted, the month runs": (noted(written()), "met"),
        "answered too late": (
            answered(noted(written(), "2026-11-05").at("11-10 10:00"), "AnsweredLate"),
            "missed",
        ),
        "noted and forgotten": (noted(written(), "2026-11-05").until("11-10 10:00"), "missed"),
        "told that it takes longer": (
            noted(written(), "2026-11-05")
            .does("privacy.extended", ASKED, customer=CUSTOMER, answer_by="2027-01-05")
            .until("11-10 10:00"),
            "met",
        ),
        "said to be corrected, and nothing was": (
            answered(noted(written()), "NothingCorrected"),
            "missed",
        ),
        "noted two days later": (noted(written().at("11-04 17:00")), "missed"),
        "never noted": (written().until("11-05 10:00"), "missed"),
        "still time": (written(), ""),
        "about something else": (written("order").until("11-05 10:00"), ""),
    },
)
