"""Cases of CT2.1/note-de-passation."""

from typing import Any

from tests.stories import Story, table

TWO = ("CDE-2026-000001", "FA-2026-000003")


def note(**said: Any) -> Story:
    """A note on two cases."""
    return Story().does("handover.written", **{"cases": TWO, "with_next_act": 2, **said})


test_rule = table(
    "CT2.1/note-de-passation",
    {
        "whole": (note(), "met"),
        "a case without a next act": (note(with_next_act=1), "partly"),
        "a case forgotten": (note(forgotten=("TCH-000004",)), "partly"),
        "no next act": (note(with_next_act=0), "missed"),
        "only words": (note(cases=(), with_next_act=0), "missed"),
        "nothing handed over": (Story(), ""),
    },
)
