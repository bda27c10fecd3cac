"""One order over the limit, six characters: what the three rules of CP4.1 make of each.

A model of the expected order of acts would put the one who checks nothing above the one who checks
three times, and the one who asks and declines last of all; constraints put them right.
"""

from collections.abc import Callable

import pytest

from sandbox.evaluation.registry import rules
from tests.stories import ORDER, Story

OVER = {"gross": 40000, "exposure": 140000, "limit": 120000, "excess": 20000}
SEEN = {"this_order": 40000, "exposure": 140000, "about": ORDER}
ASKED = {"kind": "over_limit", "about": ORDER}


def order() -> Story:
    """An order lands on Tuesday; it would take the customer 200 € over the limit."""
    return Story().at("11-03 09:00").happens("order.received", gross=40000)


def asking(story: Story, *, granted: bool) -> Story:
    """The director is asked, and answers an hour later."""
    story.does("approval.requested", **ASKED).at("11-03 10:00")
    return story.happens("approval.decided", by="director", **ASKED, granted=granted)


def careful() -> Story:
    return asking(order().sees_outstanding(**SEEN).sees_stock(), granted=True).records(**OVER)


def over_careful() -> Story:
    story = order().sees_outstanding(**SEEN).sees_stock().sees_outstanding(**SEEN)
    return asking(story.sees_outstanding(**SEEN), granted=True).records(**OVER)


def right_in_another_order() -> Story:
    story = asking(order().sees_stock(), granted=True)
    return story.sees_outstanding(**SEEN).records(**OVER)


def refuser() -> Story:
    story = asking(order().sees_outstanding(**SEEN), granted=False)
    return story.does("order.declined", excess=20000)


def hasty() -> Story:
    return order().records(**OVER)


def late() -> Story:
    return order().records(**OVER).sees_outstanding(**SEEN)


def mistaken() -> Story:
    return order().sees_outstanding("CLI-0002", **SEEN).records(gross=40000, exposure=90000)


def stale() -> Story:
    story = Story().sees_outstanding(exposure=60000).at("11-03 09:00").does("invoice.issued")
    return story.records(gross=40000, exposure=118000)


def stubborn() -> Story:
    return asking(order().sees_outstanding(**SEEN), granted=False).records(**OVER)


def idle() -> Story:
    return order().until("11-06 17:30")


LOOKED, LIMIT, FIGURE = (
    "CP4.1/encours-avant-commande",
    "CP4.1/plafond-et-accord",
    "CP4.1/chiffre-du-moment",
)
VECTORS: dict[Callable[[], Story], tuple[str, ...]] = {
    careful: ("met", "met", "met", "met"),
    over_careful: ("met", "met", "met", "met"),
    right_in_another_order: ("met", "met", "met", "met"),
    refuser: ("", "met", "", "met"),
    hasty: ("missed", "missed", "", "missed"),
    late: ("missed", "missed", "", "missed"),
    mistaken: ("missed", "", "", "missed"),
    stale: ("missed", "", "missed", "missed"),
    stubborn: ("met", "missed", "met", "missed"),
    idle: ("", "", "", "not_observed"),
}


@pytest.mark.parametrize("character", VECTORS, ids=lambda character: character.__name__)
def test_each_character_gets_what_it_deserves(character: Callable[[], Story]) -> None:
    story = character()
    found = tuple(story.outcomes(code) for code in (LOOKED, LIMIT, FIGURE))

    assert (*found, story.verdict("CP4.1")) == VECTORS[character]


def test_the_finding_points_at_the_look_up_that_came_too_late() -> None:
    story = late()
    (finding,) = rules[LOOKED].judge(story.facts())

    assert story.entries[-1].seq in finding.evidence
    assert "après coup" in finding.because
