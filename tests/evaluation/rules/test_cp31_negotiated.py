"""Cases of CP3.1/negociation-conclue."""

from typing import Any

from tests.stories import QUOTE, Story, table


def answered(outcome: str, turn: int = 2, **said: Any) -> Story:
    """A customer's answer to an offer on a quote."""
    known = {"about": QUOTE, "outcome": outcome, "turn": turn, "offer": "discount:300"}
    return Story().happens("offer.answered", "MSG-000009", **{**known, **said})


test_rule = table(
    "CP3.1/negociation-conclue",
    {
        "agreed at the second turn": (answered("agreed"), "met"),
        "still talking": (answered("countered"), ""),
        "refused": (answered("refused", 3), "missed"),
        "refused, another way out": (
            answered("refused", 3).does("message.sent", about=QUOTE, proposal="goodwill:5000"),
            "partly",
        ),
        "refused, words alone": (
            answered("refused", 3).does("message.sent", about=QUOTE, proposal=None),
            "missed",
        ),
        "a supplier": (answered("refused", 3, customer=None), ""),
    },
)
