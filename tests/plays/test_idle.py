"""Who does nothing is only held to what the world called for, and nothing that others did."""

import json

import pytest
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.run import Run
from sandbox.evaluation.model import Outcome
from sandbox.evaluation.report import evaluate
from sandbox.journal.recording import entries_of
from sandbox.simulation.files import names
from tests.plays.test_plays import played

# Blocking indicators that the world calls for in each scenario, no more and no fewer.
CALLED_FOR = {
    "commande-et-encours": {"CP3.1/reaction-a-l-incident"},
    "decouverte-du-poste": set(),
    "emballage-express": {"CP3.1/reaction-a-l-incident"},
    "impayes": {"CP4.2/etapes-dans-l-ordre", "CP3.1/reaction-a-l-incident"},
    "livraison-abimee": {"CP2.2/reception-enregistree", "CP3.1/reaction-a-l-incident"},
    "premiers-pas": {"CP2.2/reception-enregistree", "CP4.2/etapes-dans-l-ordre"},
    "retard-et-rupture": {"CP2.2/reception-enregistree", "CP3.1/reaction-a-l-incident"},
    "velo-atelier": set(),
}


Kept = dict[tuple[str, str], int]


@pytest.fixture(scope="module")
def kept() -> Kept:
    """Runs already played by somebody idle, by database and scenario."""
    return {}


def idle(session: Session, scenario: str, kept: Kept) -> Run:
    """The run of one who did nothing, played once for all that is asked of it."""
    key = session.get_bind().dialect.name, scenario
    if key not in kept:
        kept[key] = played(session, f"{scenario}/ne-fait-rien.yaml").run.id
    return session.get_one(Run, kept[key])


@pytest.fixture(params=names(SCENARIOS))
def scenario(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_idle_learner_meets_nothing_and_misses_what_the_world_asked(
    session: Session, scenario: str, kept: Kept
) -> None:
    run = idle(session, scenario, kept)
    report = evaluate(entries_of(session, run.id))
    found = [finding for criterion in report.criteria for finding in criterion.counted]
    assert {finding.outcome for finding in found} <= {Outcome.MISSED}
    blocking = {finding.rule for finding in found if finding.blocking}
    assert blocking == CALLED_FOR[scenario]


def test_nothing_that_others_did_is_held_against_anyone(
    session: Session, scenario: str, kept: Kept
) -> None:
    run = idle(session, scenario, kept)
    mine = [e for e in entries_of(session, run.id) if e.post == "learner"]
    assert {e.verb for e in mine} <= {"clock.advanced"}


def test_every_incident_of_an_idle_learner_is_answered_by_none(
    session: Session, scenario: str, kept: Kept
) -> None:
    run = idle(session, scenario, kept)
    told = [e for e in entries_of(session, run.id) if e.verb == "incident.answered"]
    assert {json.loads(e.payload)["worth"] for e in told} <= {"wrong"}
