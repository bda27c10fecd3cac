"""Judging as the run goes comes to what judging it whole comes to, at every entry."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.evaluation.live import Judge
from sandbox.evaluation.report import evaluate
from tests.evaluation.journals import KEPT, journal, played_from, stamp
from tests.evaluation.long_story import long_story
from tests.stories import Story, goods, owed

BLINK = 0.010


@pytest.mark.parametrize("name", KEPT)
def test_the_journal_kept_is_that_of_the_play(name: str) -> None:
    assert played_from(name) == stamp(name), "python -m tests.evaluation.refresh"


@pytest.mark.parametrize("name", KEPT)
def test_a_play_is_judged_as_it_goes(name: str) -> None:
    judge, entries = Judge(), journal(name)
    for number, entry in enumerate(entries, 1):
        judge.add(entry)
        if number % 9 == 0 or number == len(entries):
            assert judge.report() == evaluate(entries[:number])


CUSTOMERS, ORDERS, DRAFTS = ("CLI-0001", "CLI-0002"), ("CDE-1", "CDE-2"), ("DE-B1", "DE-B2")
QUOTES = {"DE-B1": "DE-1", "DE-B2": "DE-2"}
MOVES: dict[str, Any] = {
    "order.received": {"subject": ORDERS, "customer": CUSTOMERS, "gross": (100, 900000)},
    "order.recorded": {"subject": ORDERS, "customer": CUSTOMERS, "requested_on": ("2026-11-10",)},
    "order.acknowledged": {"subject": ORDERS, "customer": CUSTOMERS},
    "outstanding.consulted": {"subject": CUSTOMERS, "customer": CUSTOMERS},
    "stock.consulted": {"positions": (({"product": "MOB-001"},),)},
    "stock.reserved": {"subject": ORDERS, "product": ("MOB-001",), "short": (0, 2)},
    "quote.drawn_up": {"subject": DRAFTS, "customer": CUSTOMERS},
    "approval.requested": {"about": (*DRAFTS, *ORDERS), "kind": ("discount", "over_limit")},
    "approval.decided": {
        "about": (*DRAFTS, *ORDERS),
        "kind": ("discount", "over_limit"),
        "granted": (True, False),
    },
    "quote.followed_up": {"subject": ("DE-1", "DE-2")},
    "message.received": {
        "subject": ("M1", "M2"),
        "sender": ("customer:CLI-0001", "director"),
        "topic": ("enquiry", "claim", "delivery", "date_declined"),
        "about": (*ORDERS, None),
        "channel": ("phone", "email"),
    },
    "message.read": {"subject": ("M1", "M2")},
    "message.sent": {
        "customer": CUSTOMERS,
        "about": (*ORDERS, *DRAFTS, None),
        "proposal": ("later_date:2026-11-12", None),
        "answers": ("M1", None),
    },
    "colleague.alerted": {"post": ("director", "purchasing"), "about": (*ORDERS, *DRAFTS, None)},
    "purchase_order.sent": {"subject": ("CF-1",), "lines": ((goods(),),), "needed_for": ORDERS},
    "purchase_order.acknowledged": {
        "subject": ("CF-1",),
        "confirmed_on": ("2026-11-12", "2026-11-30"),
        "products": (("MOB-001",),),
    },
    "purchase_order.chased": {"subject": ("CF-1",)},
    "goods.arrived": {"subject": ("CF-1",), "lines": ((goods(),),)},
    "goods.received": {"purchase_order": ("CF-1",), "lines": ((goods(),),), "difference": (True,)},
    "delivery.shipped": {"order": ORDERS, "arrives_on": ("2026-11-09", "2026-11-12")},
    "invoice.issued": {"subject": ("FA-1", "FA-2"), "customer": CUSTOMERS},
    "invoice.refused": {"subject": ("FA-1", "FA-2")},
    "credit_note.issued": {"invoice": ("FA-1", "FA-2")},
    "bank.credited": {"subject": ("BQ-1",), "customer": CUSTOMERS, "amount": (120000,)},
    "payment.recorded": {"subject": ("REG-1",), "bank_line": ("BQ-1",), "customer": CUSTOMERS},
    "payment.reconciled": {"subject": ("REG-1",), "invoice": ("FA-1", "FA-9"), "left": (0, 5)},
    "payment.promised": {"subject": ("FA-9",), "promised_on": ("2026-11-06",)},
    "dunning.sent": {"subject": ("FA-1", "FA-9"), "level": ("call", "reminder_1")},
    "bank.consulted": {},
    "aged_balance.consulted": {},
    "clock.advanced": {},
}


@st.composite
def moves(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Some thirty things done or happening, in any order, by anybody."""
    verbs = draw(st.lists(st.sampled_from(sorted(MOVES)), min_size=1, max_size=30))
    return [
        {"verb": verb, "by": draw(st.sampled_from(("learner", "learner", "director")))}
        | {"wait": draw(st.sampled_from((0, 20, 300, 1500)))}
        | {key: draw(st.sampled_from(found)) for key, found in MOVES[verb].items()}
        for verb in verbs
    ]


def told(acts: list[dict[str, Any]], *, practice: bool) -> Story:
    """The story of these moves; each draft is sent once, on the way, and followed up after that."""
    waiting = list(DRAFTS)
    story = Story(owed("2026-10-26", "FA-9"), practice=("CLI-0002",) if practice else ())
    for number, act in enumerate(acts):
        known = dict(act)
        if known["verb"] == "quote.followed_up" and known["subject"] in map(QUOTES.get, waiting):
            continue
        story.later(known.pop("wait"))
        story.does(known.pop("verb"), known.pop("subject", ""), by=known.pop("by"), **known)
        if number % 7 == 6 and waiting:
            alias = waiting.pop()
            story.does("quote.sent", QUOTES[alias], alias=alias, valid_until="2026-11-20")
    return story


@settings(max_examples=60, deadline=None)
@given(moves(), st.booleans())
def test_any_journal_is_judged_as_it_goes(acts: list[dict[str, Any]], practice: bool) -> None:
    judge, entries = Judge(), told(acts, practice=practice).entries
    for number, entry in enumerate(entries, 1):
        judge.add(entry)
        assert judge.report() == evaluate(entries[:number])


def test_whoever_waits_for_an_alert_hears_of_it_after_a_draft_is_named() -> None:
    story = Story().does("colleague.alerted", post="purchasing", about="DE-B2")
    story.does("quote.sent", "DE-2", alias="DE-B2", valid_until="2026-11-20")
    story.does("colleague.alerted", post="director", about="CDE-1")
    judge = Judge()
    for entry in story.entries:
        judge.add(entry)
    assert judge.report() == evaluate(story.entries)


def test_a_practice_quote_is_put_aside_with_its_draft_as_it_goes() -> None:
    story = Story(practice=("CLI-0002",))
    story.does("quote.drawn_up", "DE-B2", customer="CLI-0002")
    story.does("quote.sent", "DE-2", alias="DE-B2", valid_until="2026-11-20")
    judge = Judge(story.entries)
    assert judge.report() == evaluate(story.entries)
    assert not [each for each in judge.report().criteria if each.findings]


def test_one_more_entry_is_judged_in_a_blink() -> None:
    entries = long_story(5000).entries
    judge, spent = Judge(entries[:-40]), []
    judge.report()
    for entry in entries[-40:]:
        start = time.process_time()
        judge.add(entry)
        judge.report()
        spent.append(time.process_time() - start)

    assert sorted(spent)[len(spent) * 9 // 10] < BLINK
    assert judge.report() == evaluate(entries)
