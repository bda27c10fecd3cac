"""Help in place: procedures, journal, search, each within its budget of statements."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm.services import receive_message
from sandbox.erp.services import LineDraft, draw_up_quote
from sandbox.journal.models import JournalEntry
from tests.factories.world import World

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def base(world: World) -> str:
    return f"/parties/{world.run.id}"


@pytest.fixture
def quoted(ctx: Context, world: World) -> str:
    quote = draw_up_quote(
        ctx, customer=world.customer, lines=[LineDraft(product="MOB-001", quantity=2)]
    )
    ctx.session.commit()
    return quote.reference


@pytest.mark.parametrize("page", ["procedures", "journal", "bilan", "palette?q=lumen"])
def test_a_screen_stays_within_twelve_statements(
    client: FlaskClient, base: str, quoted: str, count_sql: Counting, page: str
) -> None:
    with count_sql() as seen:
        assert client.get(f"{base}/{page}").status_code == 200
    assert len(seen) <= 12


def test_procedures_tell_delegation_people_and_delays(client: FlaskClient, base: str) -> None:
    text = client.get(f"{base}/procedures").text
    for said in ("jusqu&#39;à 5\u00a0%", "Claire Vasseur", "Mise en demeure", "Balisiers"):
        assert said in text


def test_the_practice_customer_is_named(
    client: FlaskClient, base: str, ctx: Context, world: World
) -> None:
    world.newcomer.practice = True
    ctx.session.add(world.newcomer)
    ctx.session.commit()
    assert "Studio Pivoine : ce que vous faites" in client.get(f"{base}/procedures").text


def test_the_journal_reads_like_a_story(client: FlaskClient, base: str, quoted: str) -> None:
    text = client.get(f"{base}/journal").text
    assert "Devis établi pour Atelier Lumen" in text
    assert 'id="e1"' in text
    assert "Chaîne intacte" in text


def test_the_journal_shows_one_document(client: FlaskClient, base: str, quoted: str) -> None:
    assert quoted in client.get(f"{base}/journal?q={quoted}").text
    assert "Aucune trace" in client.get(f"{base}/journal?q=FA-2026-000009").text


def test_an_altered_journal_is_said_so(
    client: FlaskClient, base: str, ctx: Context, quoted: str
) -> None:
    last = ctx.session.query(JournalEntry).order_by(JournalEntry.seq.desc()).first()
    ctx.session.add(
        JournalEntry(
            **{
                c.key: getattr(last, c.key)
                for c in JournalEntry.__table__.columns
                if c.key != "seq"
            },
            seq=last.seq + 1,
        )
    )
    ctx.session.commit()
    text = client.get(f"{base}/journal").text
    assert "a été altéré" in text
    assert "Chaîne intacte" not in text


@pytest.mark.parametrize(
    ("words", "found"),
    [("lumen", "CLI-0001 · Atelier Lumen"), ("MOB-009", "Lampe LED"), ("relan", "Relances")],
)
def test_the_palette_finds_screens_and_records(
    client: FlaskClient, base: str, words: str, found: str
) -> None:
    text = client.get(f"{base}/palette?q={words}", headers={"HX-Request": "true"}).text
    assert found in text


def test_the_palette_finds_a_document_by_its_customer(
    client: FlaskClient, base: str, quoted: str
) -> None:
    assert f"{quoted} · Atelier Lumen" in client.get(f"{base}/palette?q=atelier").text


def test_the_palette_asks_three_statements_at_most(
    client: FlaskClient, base: str, count_sql: Counting
) -> None:
    with count_sql() as seen:
        client.get(f"{base}/palette?q=lumen", headers={"HX-Request": "true"})
    assert len(seen) <= 3


def test_a_percent_sign_is_only_a_sign(client: FlaskClient, base: str) -> None:
    assert "Aucun résultat" in client.get(f"{base}/palette?q=%25%25").text


def test_a_reference_leads_to_its_screen(
    client: FlaskClient, base: str, ctx: Context, quoted: str
) -> None:
    message = receive_message(
        ctx,
        sender="director",
        sender_name="X",
        family="interne",
        topic="other",
        subject="Bonjour",
        body="…",
    )
    ctx.session.commit()
    for reference, path in [
        (quoted, "/devis/"),
        ("CLI-0001", "/clients/"),
        (message.reference, "/messages/"),
    ]:
        answer = client.get(f"{base}/aller?ref={reference}")
        assert answer.status_code == 303
        assert path in answer.location


def test_an_unknown_reference_is_not_found(client: FlaskClient, base: str) -> None:
    assert client.get(f"{base}/aller?ref=DE-2026-999999").status_code == 404


def test_the_help_is_for_the_role(client: FlaskClient, session: Session) -> None:
    text = client.get("/aide").text
    assert "175 heures" in text
    assert "Former avec Comptoir" not in text
    assert 'id="mot-encours"' in text
