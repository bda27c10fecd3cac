"""Cases of CP3.2/geste-accorde."""

from typing import Any

from tests.stories import Story, table

COMPLAINT = "REC-000001"


def answered(story: Story, **values: Any) -> Story:
    """A complaint is answered."""
    told = {"solution": "full_credit", "in_terms": True, **values}
    return story.does("complaint.answered", COMPLAINT, **told)


def granted(yes: bool = True) -> Story:
    """The director has decided."""
    return Story().happens("approval.decided", by="director", about=COMPLAINT, granted=yes)


test_rule = table(
    "CP3.2/geste-accorde",
    {
        "granted before": (answered(granted()), "met"),
        "above the delegation": (answered(Story(), cautions=("GestureAboveDelegation",)), "missed"),
        "in spite of a refusal": (
            answered(granted(False), cautions=("GestureAboveDelegation",)),
            "missed",
        ),
        "out of terms": (answered(Story(), cautions=("OutOfTerms",)), "missed"),
        "too late and refused": (answered(Story(), solution="refusal", in_terms=False), "met"),
        "within one's power": (answered(Story()), ""),
    },
)
