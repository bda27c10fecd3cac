"""Cases of CP3.1/reclamation-tenue."""

from tests.stories import Story, table


def announced(agreed: bool = True) -> Story:
    """A solution for Friday, and the customer's word."""
    story = Story().does("complaint.answered", solution="full_credit", announced_on="2026-11-06")
    return story.later(60).happens("complaint.replied", agreed=agreed)


test_rule = table(
    "CP3.1/reclamation-tenue",
    {
        "settled in time": (announced().at("11-06 10:00").does("complaint.settled"), "met"),
        "credited in time": (announced().does("credit_note.issued"), "met"),
        "too late": (announced().at("11-09 10:00").does("credit_note.issued"), "missed"),
        "nothing": (announced().until("11-09 10:00"), "missed"),
        "for somebody else": (
            announced().does("credit_note.issued", customer="CLI-0002").until("11-09 10:00"),
            "missed",
        ),
        "still time": (announced().until("11-05 10:00"), ""),
        "not wanted": (announced(agreed=False).until("11-09 10:00"), ""),
        "without a day": (
            Story().does("complaint.answered").happens("complaint.replied", agreed=True),
            "",
        ),
    },
)
