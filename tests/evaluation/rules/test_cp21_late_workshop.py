"""Cases of CP2.1/atelier-en-retard."""

from tests.stories import Story, table


def asked() -> Story:
    """Units asked of the workshop, promised for the sixth."""
    story = Story().does("production.requested", possible_on="2026-11-06")
    return story.happens("production.promised", promised_on="2026-11-06")


test_rule = table(
    "CP2.1/atelier-en-retard",
    {
        "chased the next morning": (asked().at("11-09 10:00").does("production.chased"), "met"),
        "done on the day": (
            asked().at("11-06 10:00").happens("production.done").until("11-16 09:00"),
            "",
        ),
        "chased a week later": (asked().at("11-16 10:00").does("production.chased"), "missed"),
        "never chased": (asked().until("11-16 10:00"), "missed"),
        "still time": (asked().until("11-06 10:00"), ""),
        "a later day was given": (
            asked().happens("production.promised", promised_on="2026-11-20").until("11-16 10:00"),
            "",
        ),
        "asked by purchasing": (
            Story().happens("production.requested", by="purchasing").until("11-16 10:00"),
            "",
        ),
    },
)
