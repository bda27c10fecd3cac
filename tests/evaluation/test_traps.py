"""Traps in which a model of the right order of acts falls, through the whole evaluator."""

import pytest

from tests.stories import ORDER, Story

OVER = {"gross": 40000, "exposure": 140000, "limit": 120000, "excess": 20000}
SEEN = {"this_order": 40000, "exposure": 140000, "limit": 120000, "about": ORDER}
ASKED = {"kind": "over_limit", "about": ORDER, "amount": 20000, "needed": True}
CALM = {"gross": 40000, "exposure": 60000}


def order() -> Story:
    """An order lands on Tuesday at nine."""
    return Story().at("11-03 09:00").happens("order.received", gross=40000)


def looked() -> Story:
    """The outstanding is read for it."""
    return order().sees_outstanding(this_order=40000, exposure=60000)


def asked(*, granted: bool) -> Story:
    """Over the limit: the director is asked, and answers."""
    story = order().sees_outstanding(**SEEN).sees_stock().does("approval.requested", **ASKED)
    return story.happens(
        "approval.decided", by="director", kind="over_limit", about=ORDER, granted=granted
    )


TRAPS = {
    "outstanding checked after recording": (
        order().sees_stock().records(**CALM).sees_outstanding(exposure=60000),
        "missed",
    ),
    "checked three times": (
        looked()
        .sees_outstanding(this_order=40000, exposure=60000)
        .sees_outstanding(this_order=40000, exposure=60000)
        .sees_stock()
        .records(**CALM),
        "met",
    ),
    "stock before outstanding": (
        order().sees_stock().sees_outstanding(this_order=40000, exposure=60000).records(**CALM),
        "met",
    ),
    "outstanding before stock": (looked().sees_stock().records(**CALM), "met"),
    "refused after asking the director": (
        asked(granted=False).does("order.declined", excess=20000),
        "met",
    ),
    "recorded once granted": (asked(granted=True).records(**OVER, approval="ACC-1"), "met"),
    "recorded although refused": (asked(granted=False).records(**OVER), "missed"),
    "someone else's outstanding": (
        order().sees_outstanding("CLI-0002", **SEEN).sees_stock().records(**CALM),
        "missed",
    ),
    "stale look-up, an invoice since": (
        looked().sees_stock().does("invoice.issued").records(**CALM),
        "missed",
    ),
    "stale look-up, of last week": (
        looked().sees_stock().at("11-10 09:00").records(**CALM),
        "missed",
    ),
    "looked at by somebody else": (
        order().happens("outstanding.consulted", by="director").sees_stock().records(**CALM),
        "missed",
    ),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_judged_by_what_matters(trap: str) -> None:
    story, expected = TRAPS[trap]

    assert story.verdict("CP4.1") == expected


def test_care_costs_nothing_anywhere() -> None:
    plain, careful = TRAPS["outstanding before stock"][0], TRAPS["checked three times"][0]

    for code in ("CP1.1", "CP1.2", "CP2.1", "CP3.3", "CP3.4", "CP4.1"):
        assert careful.verdict(code) == plain.verdict(code)


def test_the_best_refusal_loses_nothing_in_delegation() -> None:
    story = TRAPS["refused after asking the director"][0]

    assert story.verdict("CP3.4") == "met"
    assert "missed" not in story.outcomes("CP3.3/refus-respecte")
