"""Cases of CP1.4/anciens-papiers."""

from datetime import date

from sandbox.journal.payloads import OldPaper
from tests.stories import Story, table

GONE = ("FA-2014-000212", "DE-2020-000318")
KEPT = "FA-2016-001207"


def paper(number: str, keep_until: date) -> OldPaper:
    """A paper of the box."""
    return OldPaper("invoice", number, date(2016, 2, 9), keep_until, "Atelier Lumen")


def box(*more: OldPaper) -> Story:
    """Two papers whose last day has gone, one whose day is to come."""
    gone = [paper(number, date(2024, 12, 31)) for number in GONE]
    kept = paper(KEPT, date(2026, 12, 31))
    return Story().happens("archive.box_opened", "archives", papers=(*gone, kept, *more))


def sorted_out(story: Story, *numbers: str) -> Story:
    """These papers are destroyed."""
    for number in numbers:
        story.does("document.destroyed", "ARC-000001", document=number)
    return story


def tries(story: Story) -> Story:
    """The one to be kept is nearly destroyed."""
    refused = {"use_case": "destroy_document", "reason": "TooEarlyToDestroy"}
    return story.does("move.refused", "ARC-000003", **refused)


test_rule = table(
    "CP1.4/anciens-papiers",
    {
        "what may go is gone": (sorted_out(box(), *GONE), "met"),
        "one was forgotten": (sorted_out(box(), GONE[0]).until("11-05 09:00"), "partly"),
        "one too many was tried": (sorted_out(tries(box()), *GONE), "partly"),
        "three days later": (sorted_out(box().at("11-05 09:00"), *GONE), "partly"),
        "nothing is done": (box().until("11-05 09:00"), "missed"),
        "still time": (box().until("11-02 11:00"), ""),
        "nothing to destroy": (
            Story()
            .happens("archive.box_opened", papers=(paper(KEPT, date(2026, 12, 31)),))
            .until("11-05 09:00"),
            "",
        ),
    },
)
