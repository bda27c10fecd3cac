"""Incidents: they strike as planned or at the trainer's hand, and the world answers reactions."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.context import TRAINER, open_context
from sandbox.core.errors import NotEntitled
from sandbox.crm.models import Message
from sandbox.erp.models import BankLine, Order, Quote
from sandbox.journal.payloads import BEHIND_THE_SCENES
from sandbox.journal.use_cases import perform
from sandbox.simulation.incident_reading import read_incidents
from sandbox.simulation.incidents.forms import catalogue, form_of, read_form
from sandbox.simulation.incidents.kinds import NothingToStrike, kinds
from sandbox.simulation.incidents.queries import incidents_of, sheets_of
from sandbox.simulation.incidents.striking import BadParams, UnknownIncident
from sandbox.simulation.models import AlreadyStruck, Incident, Regard
from sandbox.simulation.reading import BadFiles
from sandbox.supply.models import Product
from tests.simulation.stories import Desk

CATALOGUE = read_incidents(SCENARIOS)
ISSUE = {1, 3, 4, 6, 8, 9, 11, 12, 13, 14, 15, 18, 19, 26, 29, 30}


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session, scenario="decouverte-du-poste")


def trainer(desk: Desk, name: str, on: str | None = None, /, **details: Any) -> Any:
    result = perform(open_context(desk.session, desk.run.id, TRAINER), name, on, details)
    desk.session.commit()
    return result


def answered(desk: Desk) -> list[tuple[str, int]]:
    told = [json.loads(e.payload) for e in desk.entries("incident.answered")]
    return [(one["worth"], one["reaction"]) for one in told]


def quoted(desk: Desk) -> Any:
    desk.send_quote("CLI-0001", "MOB-002", 4)
    desk.wait("2026-11-02T14:00")
    return desk.last(Order)


def test_the_catalogue_holds_what_was_asked_for() -> None:
    assert {sheet.number for sheet in CATALOGUE.values()} >= ISSUE


def test_a_quarter_of_the_alarms_are_false() -> None:
    false = sum(sheet.false_alarm for sheet in CATALOGUE.values())
    assert 4 * false >= len(CATALOGUE)


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_an_incident_has_two_good_answers_and_says_what_it_touches(name: str) -> None:
    sheet = CATALOGUE[name]
    good = len(sheet.accepted) + len(sheet.tolerated)
    assert good >= (1 if sheet.false_alarm else 2)
    assert sheet.criteria
    assert sheet.debrief


def test_an_order_strikes_after_the_quote_and_differs_from_it(desk: Desk) -> None:
    order = quoted(desk)
    struck = json.loads(desk.entries("incident.struck")[0].payload)
    assert (struck["kind"], struck["about"]) == ("po_differs", order.reference)
    assert desk.last(Quote).status == "accepted"


def test_raising_the_differences_is_recognised(desk: Desk) -> None:
    desk.do("raise_differences", quoted(desk).reference)
    assert answered(desk) == [("accepted", 0)]


def test_recording_them_is_too_and_the_world_answers(desk: Desk) -> None:
    order = quoted(desk)
    desk.do("confirm_order", order.reference)
    assert ("wrong", 0) in answered(desk)
    desk.wait("2026-11-03T17:00")
    found = select(Message.sender_key).where(
        Message.run_id == desk.run.id, Message.about == order.reference
    )
    assert "accounting" in desk.session.scalars(found).all()


def test_doing_nothing_is_a_reaction_and_costs_regard(desk: Desk) -> None:
    quoted(desk)
    desk.wait("2026-11-05T09:00")
    assert answered(desk) == [("wrong", 2)]
    regard = desk.session.scalar(select(Regard).where(Regard.run_id == desk.run.id))
    assert regard is not None
    assert regard.loyalty < 60


def test_two_reactions_lead_to_two_worlds(session: Session) -> None:
    right, wrong = (Desk(session, scenario="decouverte-du-poste") for _ in range(2))
    right.do("raise_differences", quoted(right).reference)
    wrong.do("align_order", quoted(wrong).reference)
    for desk in (right, wrong):
        desk.wait("2026-11-04T17:00")
    told = [
        [e.payload for e in desk.entries("message.received") if e.post == "customer:CLI-0001"]
        for desk in (right, wrong)
    ]
    assert told[0] != told[1]


def test_a_trainer_injects_an_incident_now(desk: Desk) -> None:
    trainer(desk, "inject_incident", incident="erreur-de-stock", params={"product": "MOB-001"})
    found = select(Product).where(Product.run_id == desk.run.id, Product.reference == "MOB-001")
    product = desk.session.scalars(found.execution_options(populate_existing=True)).one()
    assert product.miscount == -15
    assert desk.last(Message).sender_key == "warehouse"


def test_a_trainer_plans_an_incident(desk: Desk) -> None:
    trainer(desk, "inject_incident", incident="demande-en-anglais", when="2026-11-03T10:00")
    assert not desk.entries("incident.struck")
    desk.wait("2026-11-03T10:05")
    assert "Dear" in desk.last(Message).body or "Hello" in desk.last(Message).body


def test_an_armed_incident_waits_for_the_trainer_and_strikes_once(desk: Desk) -> None:
    (armed,) = desk.session.scalars(
        select(Incident).where(Incident.run_id == desk.run.id, Incident.status == "armed")
    )
    trainer(desk, "fire_incident", armed.reference)
    with pytest.raises(AlreadyStruck):
        trainer(desk, "fire_incident", armed.reference)


def test_a_trainer_reads_what_may_strike_and_what_has(desk: Desk) -> None:
    rows = incidents_of(desk.session, desk.run.id)
    assert [row.status for row in rows] == ["planned", "planned", "armed"]
    sheets = sheets_of(desk.session, desk.run)
    assert set(sheets) == set(CATALOGUE)
    first, *_ = catalogue(sheets)
    assert first[1].level == 1
    filled = form_of(kinds["po_differs"], sheets["commande-differente"])
    assert {f.name: f.value for f in filled}["price"] == "4 %"


def test_an_incident_can_be_armed_then_given_up(desk: Desk) -> None:
    armed = trainer(
        desk, "arm_incident", incident="fournisseur-muet", params={"supplier": "FOU-0001"}
    )
    trainer(desk, "cancel_incident", armed.reference)
    with pytest.raises(AlreadyStruck):
        trainer(desk, "fire_incident", armed.reference)


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        ({"incident": "inconnu"}, UnknownIncident),
        ({"incident": "erreur-de-stock", "params": {"missing": "beaucoup"}}, BadParams),
        ({"incident": "livraison-partielle", "params": {"customer": "CLI-0012"}}, NothingToStrike),
    ],
)
def test_what_cannot_strike_is_refused_in_french(
    desk: Desk, details: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal) as caught:
        trainer(desk, "inject_incident", **details)
    assert str(caught.value).endswith(".")


def test_a_learner_injects_nothing(desk: Desk) -> None:
    with pytest.raises(NotEntitled):
        desk.do("inject_incident", incident="demande-en-anglais")


def test_a_trainer_writes_as_the_director(desk: Desk) -> None:
    trainer(desk, "write_as", sender="director", subject="Lumen ?", body="Où en est-on ?")
    assert desk.last(Message).sender_name.startswith("Hélène Vasseur")


def test_a_wrong_move_is_not_held_against_a_false_alarm(desk: Desk) -> None:
    desk.wait("2026-11-02T14:15")
    struck = [json.loads(e.payload) for e in desk.entries("incident.struck")]
    assert [one["false_alarm"] for one in struck] == [True]


def test_a_window_draws_the_same_moment_for_the_same_seed(session: Session) -> None:
    times = []
    for seed in (7, 7, 8):
        desk = Desk(session, seed=seed, scenario="livraison-abimee")
        desk.wait("2026-11-09T17:00")
        times.append(next(e.at for e in desk.entries("call.rang") if "CLI-0010" in e.payload))
    assert times[0] == times[1] != times[2]


def test_the_clock_does_not_stop_for_what_the_learner_cannot_see(desk: Desk) -> None:
    desk.do("advance_to_next_event")
    seen = {entry.verb for entry in desk.entries()} - {"clock.advanced", "run.opened"}
    assert not seen <= set(BEHIND_THE_SCENES)


@pytest.mark.parametrize("kind", sorted(kinds))
def test_every_kind_has_a_form_in_french(kind: str) -> None:
    fields = form_of(kinds[kind])
    assert all(field.label for field in fields)


def test_a_form_is_read_as_files_are(desk: Desk) -> None:
    typed = {"purchase": "CF-2026-000001", "days": "5 j", "tone": "3", "supplier": ""}
    params = read_form(kinds["supplier_delay"], typed)
    assert params == {"purchase": "CF-2026-000001", "days": 5, "tone": 3}
    units = read_form(kinds["order"], {"customer": "CLI-0001", "units": "MOB-001 2\nMOB-007 x 3"})
    assert units["units"] == {"MOB-001": 2, "MOB-007": 3}


def test_a_form_says_what_is_wrong() -> None:
    with pytest.raises(BadParams, match="Jours"):
        read_form(kinds["supplier_delay"], {"days": "longtemps"})


@pytest.mark.parametrize(
    ("right", "wrong", "remedy"),
    [
        ("kind: stock_error", "kind: stock", "n'est pas un genre d'incident"),
        ("missing: 15", "manque: 15", "paramètre inconnu"),
        ("missing: 15", "missing: beaucoup", "un nombre entier"),
        ("{product_name}", "{article}", "n'existe pas"),
        ("verb: stock.quarantined", "verb: stock.mis", "n'est pas un verbe"),
        ("level: 2", "level: 9", "n'est pas permis"),
        ("    idle: 1 j\n", "", "il faut « when »"),
    ],
)
def test_a_mistake_in_an_incident_is_named(
    tmp_path: Path, right: str, wrong: str, remedy: str
) -> None:
    folder = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    file = folder / "incidents" / "erreur-de-stock.yaml"
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), "utf-8")
    with pytest.raises(BadFiles) as caught:
        read_incidents(folder)
    assert remedy in str(caught.value)


def test_an_order_declined_is_paid_out_to_nobody(desk: Desk) -> None:
    trainer(desk, "inject_incident", incident="commande-boutique", params={"customer": "CLI-0006"})
    before = len(desk.entries("bank.credited"))
    desk.do("decline_order", desk.last(Order).reference, reason="Article retiré de la vente.")
    desk.wait("2026-11-06T12:00")
    told = [e.payload for e in desk.entries("bank.credited")[before:]]
    assert not any('"CLI-0006"' in payload for payload in told)


@pytest.mark.parametrize(
    ("incident", "channel", "payer"),
    [
        ("commande-place-de-marche", "marketplace", "Grand Étal Pro"),
        ("commande-boutique", "web_shop", "Boutique en ligne"),
    ],
)
def test_an_order_paid_online_is_paid_out_in_two_days(
    desk: Desk, incident: str, channel: str, payer: str
) -> None:
    params = {"customer": "CLI-0006", "requested_on": "2026-11-20"}
    trainer(desk, "inject_incident", incident=incident, params=params)
    order = desk.last(Order)
    assert (order.channel, order.paid_online) == (channel, True)
    share = {"marketplace": 1200, "web_shop": 0}[channel]
    assert order.commission == round(order.net * share / 10_000)
    brought = desk.session.scalars(
        select(Message).where(Message.run_id == desk.run.id, Message.about == order.reference)
    ).all()
    assert any(message.sender_name == payer for message in brought)
    desk.do("confirm_order", order.reference, promised_on="2026-11-20")
    desk.do("acknowledge_order", order.reference)
    assert answered(desk) == [("accepted", 0)]
    desk.wait("2026-11-06T12:00")
    line = desk.last(BankLine)
    assert (line.amount, line.payer) == (order.gross, payer)
    assert order.known_as.upper() in line.label
    payment = desk.do("record_payment", line.reference, customer="CLI-0006", method="card")
    note = desk.do("prepare_delivery", order.reference)
    desk.do("choose_carrier", note.reference, carrier="TRA-01")
    desk.do("ship", note.reference)
    invoice = desk.do("issue_invoice", note.reference)
    assert (invoice.terms, invoice.due_on) == ("prepaid", invoice.issued_on)
    desk.do("reconcile", payment.reference, invoice=invoice.reference)
    desk.wait("2026-12-15T12:00")
    theirs = [e for e in desk.entries("bank.credited") if '"CLI-0006"' in e.payload]
    assert len(theirs) == 1


def test_who_wants_one_invoice_a_month_sees_it_on_the_record(desk: Desk) -> None:
    params = {"customer": "CLI-0006"}
    trainer(desk, "inject_incident", incident="facture-mensuelle", params=params)
    desk.do("update_customer", "CLI-0006", monthly_invoice=True)
    asked = desk.last(Message)
    said = {"subject": "Une facture par mois", "body": "C'est noté, dès ce mois-ci."}
    desk.do(
        "send_message", to="customer:CLI-0006", topic="invoice", answers=asked.reference, **said
    )
    assert answered(desk) == [("accepted", 0)]
