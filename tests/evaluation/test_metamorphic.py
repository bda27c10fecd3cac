"""What must change nothing: idle look-ups, other names, another week of the same shape."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from sandbox.evaluation.report import Report, evaluate
from tests.evaluation.journals import journal, numbered
from tests.stories import PROCEDURES, Entry, Story, owed, stock

PLAYS = ("premiers-pas/modele", "premiers-pas/encours-trop-tard", "premiers-pas/ne-relance-jamais")
NAME = re.compile(r"\b(CLI|FOU|TRA|MOB)-(\d{3,4})\b")
WEEKS = timedelta(weeks=4)
DAY = re.compile(r"\b2026-\d\d-\d\d\b")


def outcomes(report: Report) -> list[tuple[str, str]]:
    """What is found, rule by rule."""
    return sorted((f.rule, f.outcome) for c in report.criteria for f in c.findings)


def idle(entry: Entry) -> list[Entry]:
    """Look-ups that answer nothing, made at that moment."""
    seen = json.dumps({"customer": "CLI-0777"})
    positions = json.dumps({"about": None, "positions": [{"product": "MOB-777"}]})
    look = replace(entry, post="learner", reference="CLI-0777")
    return [
        replace(look, verb="history.consulted", payload=seen),
        replace(look, verb="stock.consulted", payload=positions),
        replace(look, verb="archive.consulted", payload=json.dumps({"document": "X", "kind": "y"})),
    ]


@pytest.mark.parametrize("name", PLAYS)
def test_idle_look_ups_change_nothing(name: str) -> None:
    entries = journal(name)
    clicked = [each for entry in entries for each in (entry, *idle(entry))]

    assert outcomes(evaluate(numbered(clicked))) == outcomes(evaluate(entries))


def renamed(text: str) -> str:
    """The same text with other customers, suppliers, carriers and articles."""
    return NAME.sub(lambda found: f"{found[1]}-{5000 + int(found[2])}", text)


@pytest.mark.parametrize("name", PLAYS)
def test_other_names_change_nothing(name: str) -> None:
    entries = journal(name)
    others = [
        replace(
            entry,
            post=renamed(entry.post),
            reference=renamed(entry.reference),
            payload=renamed(entry.payload),
        )
        for entry in entries
    ]

    assert outcomes(evaluate(others)) == outcomes(evaluate(entries))


def shifted(entries: Iterable[Entry], by: timedelta) -> list[Entry]:
    """The same entries some weeks away, every date that they hold with them."""
    return [
        replace(entry, at=entry.at + by, payload=DAY.sub(lambda d: _shift(d[0], by), entry.payload))
        for entry in entries
    ]


def _shift(day: str, by: timedelta) -> str:
    return (datetime.fromisoformat(day) + by).date().isoformat()


def week(**values: Any) -> Story:
    """A week from Monday to Friday: an order, money, a reminder, a late supplier."""
    story = Story(owed("2026-11-10"), start="11-16 08:30", procedures=PROCEDURES)
    story.happens("message.received", "M1", topic="enquiry", sender="customer:CLI-0001")
    story.does("message.read", "M1").at("11-16 11:00").does("quote.sent", enquiry="M1")
    story.at("11-17 09:00").happens("order.received", gross=40000)
    story.sees_outstanding(exposure=40000).does("stock.consulted", positions=(stock(),))
    story.records(gross=40000, exposure=40000, requested_on="2026-11-20", short=1, **values)
    story.at("11-18 10:00").does("order.acknowledged", gross=40000, promised_on="2026-11-20")
    story.does("bank.consulted").does("dunning.sent", level="call", channel="phone")
    story.at("11-19 09:00").does("delivery.shipped", order="CDE-2026-000001")
    return story.until("11-20 17:00")


def test_a_week_of_the_same_shape_changes_nothing() -> None:
    entries = week().entries
    away = shifted(entries, timedelta(weeks=1))

    assert outcomes(evaluate(away)) == outcomes(evaluate(entries))
    assert len(outcomes(evaluate(entries))) > 10


def test_a_day_off_does_change_something() -> None:
    quick = Story(start="11-09 16:00").happens("message.received", topic="enquiry")
    quick.at("11-12 09:00").does("quote.sent")
    same = shifted(quick.entries, timedelta(weeks=1))

    assert outcomes(evaluate(quick.entries)) != outcomes(evaluate(same))
