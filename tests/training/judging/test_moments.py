"""The note of the day, one entry at its moment, and the customer's side of a run."""

import re
from dataclasses import fields as fields_of

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.core.run import Mode, Run
from sandbox.crm.models import Message
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import Line, PurchaseLine, StockPosition, verbs
from sandbox.journal.recording import canonical
from sandbox.training.judging.customer_side import customer_sides
from sandbox.training.judging.day_note import day_is_over, day_note, ended_days
from sandbox.training.judging.fields import HIDDEN, LABELS
from sandbox.training.judging.moment import kept_values
from sandbox.training.judging.queries import letters_of, stream_of
from sandbox.training.queries import entries_on
from tests.factories.world import World

EVENING, MORNING = paris(2026, 11, 2, 17, 45), paris(2026, 11, 3, 8, 30)


def test_the_note_of_a_day_has_three_things_at_most_and_one_to_look_at(
    ctx: Context, run: Run
) -> None:
    entries = entries_on(ctx.session, run.id)
    note = day_note(run, entries, stream_of(ctx.session, run.id), entries[-1].at.date())
    assert len(note.done) <= 3
    assert note.look is not None
    assert note.look.finding.blocking
    assert note.look.advice


@pytest.mark.parametrize(
    ("clock", "days"), [(paris(2026, 11, 2, 16), 0), (EVENING, 1), (MORNING, 1)]
)
def test_a_day_is_over_in_the_evening(ctx: Context, run: Run, clock, days: int) -> None:
    assert len(ended_days(entries_on(ctx.session, run.id), clock)) == days


@pytest.mark.parametrize(
    ("mode", "clock", "shown"),
    [
        (Mode.TRAINING, paris(2026, 11, 2, 9), False),
        (Mode.TRAINING, EVENING, True),
        (Mode.TRAINING, MORNING, True),
        (Mode.TRAINING, paris(2026, 11, 3, 14), False),
        (Mode.DISCOVERY, EVENING, False),
        (Mode.ASSESSMENT, EVENING, False),
    ],
)
def test_the_desk_points_to_the_note(
    client: FlaskClient, session: Session, world: World, mode: Mode, clock, shown: bool
) -> None:
    run = session.get_one(Run, world.run.id)
    run.mode, run.clock = mode, clock
    assert day_is_over(run, world.setting) is shown
    assert ("/fin-de-journee" in client.get(f"/parties/{run.id}/messages").text) is shown


def test_the_note_says_why_and_gives_no_mark(
    client: FlaskClient, session: Session, run: Run
) -> None:
    assert "La journée n’est pas finie" in client.get(f"/parties/{run.id}/fin-de-journee").text
    session.get_one(Run, run.id).clock = EVENING
    text = client.get(f"/parties/{run.id}/fin-de-journee").text
    assert "Voir pourquoi" in text
    assert f"/parties/{run.id}/journal/" in text
    assert not re.search(r"\d\s*/20\b", text)


def test_an_entry_is_shown_as_it_was(client: FlaskClient, run: Run, world: World) -> None:
    seq = next(n for n in range(9, 0, -1) if "Commande enregistrée" in page_of(client, run, n))
    text = page_of(client, run, seq)
    assert f"CLI-0001 ({world.customer.name})" in text
    assert "Plafond" in text
    assert "article MOB-009, quantité 2" in text
    assert f"/parties/{run.id}/journal#e{seq}" in text
    assert client.get(f"/parties/{run.id}/journal/999").status_code == 404


def page_of(client: FlaskClient, run: Run, seq: int) -> str:
    return client.get(f"/parties/{run.id}/journal/{seq}").text


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ({"exposure": 123456}, "1\u202f234,56\u00a0€"),
        ({"promised_on": "2026-11-18"}, "18/11/2026"),
        ({"since": "2026-11-02T10:20:00"}, "lun.\u00a02\u00a0nov. 10:20"),
        ({"highest_discount": 550}, "5,5\u00a0%"),
        ({"new_customer": True}, "oui"),
        ({"quote": None}, "—"),
        ({"post": "director"}, "Directrice commerciale"),
        ({"channel": "phone"}, "Appel téléphonique"),
        ({"topic": "delay"}, "Retard"),
        ({"quantity": 1200}, "1\u202f200"),
        ({"terms": "eom_30"}, "30 jours fin de mois"),
        ({"level": "reminder_1"}, "relance 1"),
        ({"customer": "CLI-9"}, "CLI-9"),
    ],
)
def test_what_an_entry_kept_is_written_for_people(world: World, payload: dict, text: str) -> None:
    assert [one.text for one in kept_values(canonical(payload), world.setting, {})] == [text]


def test_lists_are_written_and_codes_left_out(world: World) -> None:
    payload = {"differences": ["price:MOB-001"], "invoices": [], "cause": "odd_code", "seed": 4}
    values = kept_values(canonical(payload), world.setting, {})
    assert [(one.label, one.text, one.rows) for one in values] == [
        ("Écarts", "", ("prix (MOB-001)",)),
        ("Factures", "aucun", ()),
    ]


def test_in_training_the_detail_waits_for_the_evening(
    client: FlaskClient, session: Session, run: Run
) -> None:
    session.get_one(Run, run.id).mode = Mode.TRAINING
    assert "s’ouvrira avec le bilan" in page_of(client, run, 2)
    session.get_one(Run, run.id).clock = MORNING
    assert "s’ouvrira avec le bilan" not in page_of(client, run, 2)


def test_every_field_of_the_journal_has_its_french_name() -> None:
    kinds = [*verbs.values(), Line, PurchaseLine, StockPosition]
    names = {field.name for kind in kinds for field in fields_of(kind)}
    assert names - LABELS.keys() - HIDDEN == set()


def mail(at, outgoing: bool, body: str = "Bonjour ?") -> tuple[Message, str, str]:
    who = {"to_key" if outgoing else "sender_key": "customer:CLI-0001"}
    keys = {"to_key": "", "sender_key": ""} | who
    message = Message(at=at, outgoing=outgoing, subject="Date", body=body, reference="M", **keys)
    return message, "CLI-0001", "Atelier Lumen"


def entry(seq: int, at, verb: str, **payload) -> JournalEntry:
    text = canonical({"customer": "CLI-0001", **payload})
    return JournalEntry(seq=seq, at=at, verb=verb, reference="BL-1", payload=text, post="world")


OPENED = entry(1, paris(2026, 11, 2, 8, 30), "run.opened")


def test_the_customer_counts_the_hours_of_silence() -> None:
    asked, told = paris(2026, 11, 2, 9), paris(2026, 11, 2, 11, 20)
    (side,) = customer_sides([mail(asked, False), mail(told, True)], [OPENED], told)
    assert [one.icon for one in side.moments] == ["envelope", "send"]
    assert "après 2\u00a0h\u00a020 d’attente" in side.moments[1].sentence
    assert side.waits_since is None


def test_a_question_without_an_answer_stays_in_the_air() -> None:
    asked, now = paris(2026, 11, 2, 9), paris(2026, 11, 2, 12)
    (side,) = customer_sides([mail(asked, False)], [OPENED], now)
    assert side.waits_since == asked
    assert side.moments[-1].bad
    (thanked,) = customer_sides([mail(asked, False, "Merci.")], [OPENED], now)
    assert thanked.waits_since is None


@pytest.mark.parametrize(("day", "told"), [(18, "parole tenue"), (20, "2\u00a0jours de retard")])
def test_a_promise_is_set_beside_the_day_of_delivery(day: int, told: str) -> None:
    signed = entry(2, paris(2026, 11, day, 10), "delivery.delivered", promised_on="2026-11-18")
    (side,) = customer_sides([], [OPENED, signed], signed.at)
    assert told in side.moments[0].sentence
    assert side.moments[0].bad is (day > 18)


def test_what_colleagues_say_among_themselves_is_not_seen_by_the_customer() -> None:
    message, *names = mail(paris(2026, 11, 2, 9), False)
    message.sender_key = "director"
    assert customer_sides([(message, *names)], [OPENED], message.at) == []


def test_practice_customers_are_left_out(ctx: Context, world: World, letter: Message) -> None:
    assert len(letters_of(ctx.session, ctx.run.id)) == 1
    ctx.session.merge(world.customer).practice = True
    ctx.session.flush()
    assert letters_of(ctx.session, ctx.run.id) == []
