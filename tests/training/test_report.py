"""The report as it is read: sentences, proofs, and nothing that was not seen."""

import pytest
from flask.testing import FlaskClient

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.core.run import Mode, RunStatus
from sandbox.erp.services import LineDraft, confirm_order, receive_order
from sandbox.journal.models import JournalEntry
from sandbox.training.assessment import chart, released, report_of, tally
from sandbox.training.queries import entries_on
from tests.factories.world import World


@pytest.fixture
def hasty(ctx: Context, world: World) -> list[JournalEntry]:
    """An order recorded without a look at anything."""
    order = receive_order(
        ctx.acting_as("customer:CLI-0001"),
        customer=world.customer,
        quote=None,
        customer_reference="A1",
        lines=[LineDraft(product="MOB-009", quantity=2)],
        requested_on=None,
    )
    confirm_order(ctx, order)
    ctx.session.commit()
    return list(entries_on(ctx.session, ctx.run.id))


def test_a_finding_leads_to_its_proof_and_to_its_rule(
    client: FlaskClient, world: World, hasty: list[JournalEntry]
) -> None:
    base, proof = f"/parties/{world.run.id}", hasty[-1].seq
    text = client.get(f"{base}/bilan").text
    assert "est vérifié avant l&#39;enregistrement" in text
    assert "Commande enregistrée</a>" in text
    assert f'href="{base}/bilan/regles/CP4.1/encours-avant-commande"' in text
    assert f'id="e{proof}"' in client.get(f"{base}/journal").text


def test_what_was_not_seen_is_listed_calmly(
    client: FlaskClient, world: World, hasty: list[JournalEntry]
) -> None:
    _, _, unobserved = client.get(f"/parties/{world.run.id}/bilan").text.partition("Non observé")
    assert "CP4.2" in unobserved
    assert "CP4.1</span>" not in unobserved


def test_only_observed_criteria_are_drawn(ctx: Context, hasty: list[JournalEntry]) -> None:
    report = report_of(ctx.run, hasty)
    observed = {c.code for c in report.criteria if c.score is not None}
    assert observed
    drawn = str(chart(report))
    assert all(code in drawn for code in observed)
    assert ">CP3.5<" not in drawn


def test_occasions_are_counted_not_marked(ctx: Context, hasty: list[JournalEntry]) -> None:
    met, to_see_again = tally(ctx.run, hasty)
    assert to_see_again > 0
    assert met >= 0


def test_an_empty_run_has_nothing_to_say(client: FlaskClient, world: World) -> None:
    assert "Rien à dire pour l" in client.get(f"/parties/{world.run.id}/bilan").text


@pytest.mark.parametrize(
    ("mode", "plays", "status", "seen"),
    [
        (Mode.DISCOVERY, True, RunStatus.OPEN, "all"),
        (Mode.TRAINING, True, RunStatus.OPEN, "whole days"),
        (Mode.TRAINING, False, RunStatus.OPEN, "all"),
        (Mode.ASSESSMENT, True, RunStatus.OPEN, "nothing"),
        (Mode.ASSESSMENT, False, RunStatus.OPEN, "all"),
        (Mode.ASSESSMENT, True, RunStatus.CLOSED, "all"),
    ],
)
def test_each_mode_releases_its_part(
    world: World, mode: Mode, plays: bool, status: RunStatus, seen: str
) -> None:
    run, days = world.run, (2, 3)
    run.mode, run.status, run.clock = mode, status, paris(2026, 11, 3, 12)
    entries = [JournalEntry(seq=d, at=paris(2026, 11, d, 9), hash="") for d in days]
    expected = {"all": entries, "whole days": entries[:1], "nothing": None}[seen]
    assert released(run, entries, plays=plays) == expected
