"""Cases of CT3.1/actualites-lues."""

from tests.stories import Story, table

NEWS = "ACT-000001"


def published() -> Story:
    """A new tariff, one morning."""
    return Story().at("11-02 08:30").happens("news.published", NEWS, kind="tariff")


test_rule = table(
    "CT3.1/actualites-lues",
    {
        "read the same day": (published().at("11-02 14:00").does("news.read", NEWS), "met"),
        "read a week later": (published().at("11-09 14:00").does("news.read", NEWS), "missed"),
        "never read": (published().at("11-09 14:00").happens("clock.advanced"), "missed"),
        "another one read": (
            published()
            .at("11-02 14:00")
            .does("news.read", "ACT-000002")
            .at("11-09 14:00")
            .happens("clock.advanced"),
            "missed",
        ),
        "still time": (published().at("11-02 09:00").happens("clock.advanced"), ""),
    },
)
