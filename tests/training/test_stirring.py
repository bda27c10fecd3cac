"""What a trainer stirs: incidents, letters, the director's word, pauses, and the way back."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort, Role
from sandbox.config import SCENARIOS
from sandbox.core.context import LEARNER, TRAINER, open_context
from sandbox.core.errors import RunIsPaused
from sandbox.core.run import Run, RunStatus
from sandbox.crm.models import Message
from sandbox.erp.models import Approval, ApprovalKind, Order
from sandbox.erp.services.approvals import request_approval
from sandbox.journal.models import JournalEntry, Move
from sandbox.journal.recording import verify
from sandbox.simulation.engine import advance_by, advance_to_tomorrow
from sandbox.simulation.incident_reading import read_incidents
from sandbox.simulation.incidents.forms import read_form
from sandbox.simulation.incidents.kinds import kinds
from sandbox.simulation.incidents.striking import BadParams
from sandbox.simulation.models import Incident
from sandbox.simulation.replay import replay
from sandbox.training.judging.models import JudgementEntry
from sandbox.training.stirring import Cast, injection
from tests.conftest import sign_in
from tests.factories.world import make_account
from tests.training.classes import ClassAtWork

CATALOGUE = read_incidents(SCENARIOS)

DAMAGE = {
    "incident": "avarie-a-quai",
    "p-purchase": "CF-2026-000002",
    "p-product": "MOB-005",
    "p-quantity": "3",
}


def verbs(session: Session, run: Run) -> list[str]:
    found = select(JournalEntry.verb).where(JournalEntry.run_id == run.id)
    return list(session.scalars(found.order_by(JournalEntry.seq)))


def moves(session: Session, run: Run) -> list[tuple[str, str]]:
    found = select(Move.actor, Move.use_case).where(Move.run_id == run.id).order_by(Move.seq)
    return [tuple(row) for row in session.execute(found)]


def inject(team: ClassAtWork, runs: list[Run], **other: str) -> object:
    form = DAMAGE | {"runs": [str(run.id) for run in runs]} | other
    return team.trainer.post(f"{team.base}/agir/incident", data=form)


def test_the_form_is_made_from_the_parameters_of_the_incident(damaged: ClassAtWork) -> None:
    page = damaged.trainer.get(f"{damaged.base}/agir?incident=avarie-a-quai").text
    assert 'name="p-quantity"' in page
    assert "MOB-005" in page
    assert "Awa Diallo" in page


def test_an_incident_strikes_the_runs_that_are_ticked_and_no_other(
    damaged: ClassAtWork, session: Session
) -> None:
    one, other, *_ = damaged.runs()
    assert inject(damaged, [one]).status_code == 303
    assert "incident.struck" in verbs(session, one)
    assert "incident.struck" not in verbs(session, other)
    assert (TRAINER, "inject_incident") in moves(session, one)
    assert inject(damaged, damaged.runs()[1:]).status_code == 303
    assert "incident.struck" in verbs(session, other)


def test_an_incident_is_planned_armed_set_off_and_given_up(
    damaged: ClassAtWork, session: Session
) -> None:
    run = damaged.runs()[0]
    inject(damaged, [run], when="at", at="2026-11-06T15:00")
    inject(damaged, [run], when="arm")
    planned, armed = session.scalars(
        select(Incident).where(Incident.run_id == run.id).order_by(Incident.id.desc()).limit(2)
    ).all()[::-1]
    assert (planned.status, armed.status) == ("planned", "armed")
    page = damaged.trainer.get(f"/formateur/parties/{run.id}/pilotage").text
    assert all(word in page for word in ("Prévu", "Armé", "Déclencher", "Abandonner"))
    path = f"/formateur/parties/{run.id}/incidents"
    damaged.trainer.post(f"{path}/{armed.id}/declencher")
    damaged.trainer.post(f"{path}/{planned.id}/abandonner")
    session.expire_all()
    assert (planned.status, armed.status) == ("cancelled", "struck")
    assert damaged.trainer.post(f"{path}/{armed.id}/declencher").status_code == 422


def test_what_was_typed_stays_beside_the_reason_of_a_refusal(damaged: ClassAtWork) -> None:
    answer = inject(damaged, damaged.runs()[:1], **{"p-quantity": "beaucoup"})
    assert answer.status_code == 422
    assert "beaucoup" in answer.text
    assert "Rien n’est parti" in answer.text
    assert inject(damaged, []).status_code == 422


def test_one_run_that_refuses_does_not_keep_the_others_from_it(
    damaged: ClassAtWork, session: Session
) -> None:
    first, second, *_ = damaged.runs()
    damaged.trainer.post(f"/formateur/parties/{first.id}/pause", data={"stop": "1"})
    second.clock = second.clock.replace(year=2027, month=11, day=8)
    session.commit()
    form = {"runs": [str(first.id), str(second.id)], "until": "tomorrow"}
    answer = damaged.trainer.post(f"{damaged.base}/agir/temps", data=form, follow_redirects=True)
    assert "Basile Morin : Cette date est trop lointaine" in answer.text.replace("&#39;", "'")
    assert "Le temps a passé" in answer.text


def test_a_trainer_writes_as_anybody(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    for sender in ("director", "CLI-0006", "FOU-0001", "TRA-01", "news"):
        form = {
            "runs": [str(run.id)],
            "sender": sender,
            "subject": f"De {sender}",
            "body": "Bonjour.",
        }
        assert damaged.trainer.post(f"{damaged.base}/agir/message", data=form).status_code == 303
    found = select(Message.subject).where(Message.run_id == run.id, Message.subject.like("De %"))
    assert len(session.scalars(found).all()) == 5
    form["sender"] = "personne"
    assert damaged.trainer.post(f"{damaged.base}/agir/message", data=form).status_code == 422


def test_the_trainer_answers_in_place_of_the_director(
    damaged: ClassAtWork, session: Session
) -> None:
    run = damaged.runs()[0]
    advance_by(open_context(session, run.id), minutes=240)
    order = session.scalars(select(Order).where(Order.run_id == run.id)).first()
    assert order is not None
    asked = request_approval(
        open_context(session, run.id), kind=ApprovalKind.OVER_LIMIT, about=order.reference
    )
    path = f"/formateur/parties/{run.id}/accords/{asked.id}"
    assert (
        "On attend la direction"
        in damaged.trainer.get(path.rpartition("/accords")[0] + "/pilotage").text
    )
    assert damaged.trainer.post(path, data={"granted": "yes"}).status_code == 422
    damaged.trainer.post(path, data={"granted": "no", "comment": "Le plafond est atteint."})
    session.expire_all()
    decided = session.scalars(select(Approval).where(Approval.run_id == run.id)).one()
    assert (decided.status, decided.comment) == ("refused", "Le plafond est atteint.")
    assert damaged.trainer.post(path, data={"granted": "yes", "comment": "Si."}).status_code == 422
    advance_to_tomorrow(open_context(session, run.id))
    answers = verbs(session, run).count("approval.decided")
    assert answers == 1
    assert verify(session, run) is None


def test_while_paused_a_learner_looks_and_does_not_act(
    damaged: ClassAtWork, session: Session
) -> None:
    damaged.trainer.post(f"{damaged.base}/pause", data={"stop": "1"})
    run, learner = damaged.runs()[0], damaged.browser("apprenant1")
    before = run.move_seq
    page = learner.get(f"/parties/{run.id}/messages")
    assert page.status_code == 200
    assert "En pause." in page.text
    refused = learner.post(f"/parties/{run.id}/avancer", data={"until": "hour"})
    assert refused.status_code == 422
    assert RunIsPaused.message in refused.text
    assert damaged.runs()[0].move_seq == before
    assert "En pause." in learner.get(f"/parties/{run.id}/messages/non-lus?n=0&etat=x").text
    damaged.trainer.post(f"{damaged.base}/pause")
    learner.post(f"/parties/{run.id}/avancer", data={"until": "hour"})
    assert damaged.runs()[0].move_seq == before + 2


def test_what_was_seen_in_the_room_stays_beside_the_journal(
    damaged: ClassAtWork, session: Session
) -> None:
    run = damaged.runs()[0]
    before, path = run.head_hash, f"/formateur/parties/{run.id}/observations"
    damaged.trainer.post(path, data={"criterion": "CP3.1", "text": "A rappelé la cliente, calme."})
    (entry,) = session.scalars(select(JudgementEntry).where(JudgementEntry.run_id == run.id))
    assert (entry.kind, entry.key) == ("observation", "CP3.1")
    assert damaged.runs()[0].head_hash == before
    assert (
        "A rappelé la cliente" in damaged.trainer.get(f"/formateur/parties/{run.id}/pilotage").text
    )
    assert "A rappelé" in damaged.trainer.get(f"/formateur/parties/{run.id}/jugement").text
    assert damaged.trainer.post(path, data={"text": " "}).status_code == 422
    assert damaged.trainer.post(path, data={"text": "x", "criterion": "CP9.9"}).status_code == 422


def test_a_learner_is_taken_back_to_a_move(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    for _ in range(3):
        advance_by(open_context(session, run.id), minutes=60)
    inject(damaged, [run])
    page = damaged.trainer.get(f"/formateur/parties/{run.id}/pilotage").text
    assert "Reprendre d’ici" in page
    assert "Formateur" in page
    path = f"/formateur/parties/{run.id}/reprendre"
    damaged.trainer.post(path, data={"move": "2"})
    session.expire_all()
    fresh = session.scalars(select(Run).where(Run.parent_id == run.id)).one()
    assert (fresh.forked_at, fresh.status, fresh.owner_id) == (2, RunStatus.OPEN, run.owner_id)
    assert session.get_one(Run, run.id).status == RunStatus.CLOSED
    assert fresh.move_seq == 2
    assert damaged.trainer.post(path, data={"move": "999"}).status_code == 422


def test_all_that_a_trainer_does_is_replayed(damaged: ClassAtWork, session: Session) -> None:
    run = damaged.runs()[0]
    inject(damaged, [run])
    damaged.trainer.post(f"/formateur/parties/{run.id}/pause", data={"stop": "1"})
    damaged.trainer.post(f"/formateur/parties/{run.id}/pause")
    damaged.trainer.post(
        f"{damaged.base}/agir/temps", data={"runs": str(run.id), "until": "tomorrow"}
    )
    advance_by(open_context(session, run.id, LEARNER), minutes=30)
    session.expire_all()
    again = replay(session, session.get_one(Run, run.id))
    assert again.head_hash == session.get_one(Run, run.id).head_hash
    assert {actor for actor, _ in moves(session, run)} == {LEARNER, TRAINER}


def test_the_wall_answers_only_when_something_moved(damaged: ClassAtWork) -> None:
    wall = damaged.trainer.get(f"{damaged.base}/mur").text
    state = wall.partition("etat=")[2].partition('"')[0].partition("&")[0]
    assert damaged.trainer.get(f"{damaged.base}/mur?etat={state}").status_code == 204
    inject(damaged, damaged.runs()[:1])
    moved = damaged.trainer.get(f"{damaged.base}/mur?etat={state}")
    assert moved.status_code == 200
    assert "Awa Diallo" in moved.text
    hidden = damaged.trainer.get(f"{damaged.base}/mur?noms=caches").text
    assert "Awa Diallo" not in hidden
    assert "Poste 1" in hidden


def test_a_run_of_another_class_is_out_of_reach(damaged: ClassAtWork, session: Session) -> None:
    neighbour = make_account(session, "voisine", Role.TRAINER)
    session.add(Cohort(name="Autre classe", trainer_id=neighbour.id))
    session.commit()
    theirs = session.scalars(select(Cohort).filter_by(name="Autre classe")).one()
    client = damaged.app.test_client()
    client.test_session = session
    sign_in(client, session.scalars(select(Account).filter_by(login="voisine")).one())
    run, base = damaged.runs()[0], f"/formateur/classes/{theirs.id}/agir"
    for gesture in ("incident", "message", "temps"):
        answer = client.post(f"{base}/{gesture}", data=DAMAGE | {"runs": str(run.id)})
        assert answer.status_code == 403
    assert session.scalar(select(func.count()).where(Move.run_id == run.id)) == 0


def test_what_must_be_chosen_is_said_by_its_name() -> None:
    sheet = CATALOGUE["commande-place-de-marche"]
    with pytest.raises(BadParams, match="« Client » est à choisir"):
        read_form(kinds[sheet.kind], {"customer": " "}, sheet.params)


def test_every_choice_of_an_incident_is_in_french() -> None:
    nobody = Cast([], [], [], [])
    for name in CATALOGUE:
        form = injection(CATALOGUE, name, nobody, {})
        assert form is not None
        for field in form.fields:
            codes = [code for code, words in field.choices if code and code == words]
            assert not codes, (name, field.name, codes)
