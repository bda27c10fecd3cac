"""Cases of CP3.1/solution-de-reclamation."""

from typing import Any

from tests.stories import Story, table

GIFT = ("GestureAboveDelegation",)


def replied(agreed: bool, **answer: Any) -> Story:
    """We answer a complaint, the customer reacts."""
    told = {"solution": "replacement", "in_terms": True, "liability": "carrier", **answer}
    return Story().does("complaint.answered", **told).happens("complaint.replied", agreed=agreed)


test_rule = table(
    "CP3.1/solution-de-reclamation",
    {
        "agreed": (replied(True), "met"),
        "agreed at a price nobody granted": (replied(True, cautions=GIFT), "partly"),
        "declined": (replied(False), "missed"),
        "a founded refusal": (replied(False, solution="refusal", in_terms=False), "partly"),
        "their own doing": (replied(False, solution="refusal", liability="customer"), "partly"),
        "an unfounded refusal": (replied(False, solution="refusal"), "missed"),
        "answered by somebody else": (
            Story()
            .happens("complaint.answered", by="director")
            .happens("complaint.replied", agreed=True),
            "",
        ),
    },
)
