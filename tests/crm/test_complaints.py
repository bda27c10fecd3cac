"""Complaints: opened, acknowledged, studied, answered within one's power, settled on a proof."""

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.complaints import ComplaintNature, Liability, Remedy
from sandbox.core.context import Context
from sandbox.crm import complaint_errors as errors
from sandbox.crm import services
from sandbox.crm.complaints import Complaint
from sandbox.crm.models import Message
from sandbox.erp.models import ApprovalKind
from sandbox.erp.services import request_approval
from sandbox.erp.services.approvals import decide_approval
from tests.crm.journal import said
from tests.factories.world import World

WHY = "Les réserves devaient être écrites le jour de la livraison, comme le disent nos conditions."


def opened(ctx: Context, world: World, **details: Any) -> Complaint:
    told: dict[str, Any] = {
        "nature": ComplaintNature.DAMAGED,
        "asks": Remedy.REPLACEMENT,
        "text": "Deux plateaux sont rayés.",
    }
    return services.open_complaint(ctx, world.customer, **told | details)


def studied(ctx: Context, world: World, days: int = 1) -> Complaint:
    complaint = opened(ctx, world)
    services.qualify_complaint(
        ctx,
        complaint,
        nature=ComplaintNature.DAMAGED,
        liability=Liability.CARRIER,
        since=ctx.today() - timedelta(days=days),
    )
    named = (world.customer.reference,)
    return services.check_complaint(ctx, complaint, documents=named, finding="Vu les photos.")


def test_a_complaint_is_opened_from_a_message_with_its_delays(
    ctx: Context, world: World, enquiry: Message
) -> None:
    complaint = opened(ctx, world, source=enquiry.reference)
    (entry,) = said(ctx.session, "complaint.opened")
    assert complaint.reference == f"REC-{complaint.id:06d}"
    assert (entry["customer"], entry["source"]) == ("CLI-0001", enquiry.reference)
    assert ctx.now() < complaint.acknowledge_by < complaint.answer_by


def test_the_customer_is_told_that_the_complaint_is_dealt_with(ctx: Context, world: World) -> None:
    complaint = opened(ctx, world)
    services.acknowledge_complaint(ctx, complaint, text="Nous nous en occupons.")
    (sent,) = said(ctx.session, "message.sent")
    assert (sent["topic"], sent["about"]) == ("claim", complaint.reference)
    assert said(ctx.session, "complaint.acknowledged")[0]["late"] is False
    with pytest.raises(errors.AcknowledgedAlready):
        services.acknowledge_complaint(ctx, complaint, text="Encore nous.")


@pytest.mark.parametrize(("days", "in_terms"), [(3, True), (4, False)])
def test_the_terms_of_sale_count_the_days_from_the_delivery(
    ctx: Context, world: World, days: int, in_terms: bool
) -> None:
    complaint = studied(ctx, world, days)
    assert (complaint.allowed, complaint.in_terms) == (3, in_terms)


def test_a_consumer_is_not_held_to_the_delay_of_the_terms(ctx: Context, world: World) -> None:
    world.customer.business = False
    assert studied(ctx, world, 40).in_terms


def test_a_studied_complaint_answered_within_ones_power_warns_of_nothing(
    ctx: Context, world: World
) -> None:
    complaint = studied(ctx, world)
    services.answer_complaint(ctx, complaint, solution=Remedy.REPLACEMENT, text="Nous remplaçons.")
    assert said(ctx.session, "complaint.answered")[0]["cautions"] == []
    assert complaint.next_step == "wait"


def test_answering_without_looking_and_above_ones_power_is_warned_of(
    ctx: Context, world: World
) -> None:
    complaint = opened(ctx, world)
    services.answer_complaint(
        ctx, complaint, solution=Remedy.FULL_CREDIT, cost=50000, text="Nous vous faisons un avoir."
    )
    (entry,) = said(ctx.session, "complaint.answered")
    assert entry["cautions"] == ["ComplaintUnstudied", "GestureAboveDelegation"]


def test_an_agreement_of_the_director_covers_the_gesture(ctx: Context, world: World) -> None:
    complaint = studied(ctx, world, days=10)
    asked = request_approval(
        ctx, kind=ApprovalKind.GOODWILL, about=complaint.reference, amount=50000, facts="Rayures."
    )
    assert said(ctx.session, "approval.requested")[0]["needed"] is True
    decide_approval(ctx.acting_as("director"), asked, granted=True)
    services.answer_complaint(
        ctx, complaint, solution=Remedy.FULL_CREDIT, cost=50000, text="Un avoir de 500 €."
    )
    (entry,) = said(ctx.session, "complaint.answered")
    assert (entry["approved"], entry["in_terms"], entry["cautions"]) == (True, False, [])


def test_what_came_too_late_is_a_gesture(ctx: Context, world: World) -> None:
    complaint = studied(ctx, world, days=10)
    services.answer_complaint(ctx, complaint, solution=Remedy.REPLACEMENT, text="Nous remplaçons.")
    assert said(ctx.session, "complaint.answered")[0]["cautions"] == ["OutOfTerms"]


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        ({"solution": Remedy.PARTIAL_CREDIT, "text": "Un avoir."}, errors.AmountMissing),
        ({"solution": Remedy.REFUSAL, "text": "Non."}, errors.RefusalUnexplained),
    ],
)
def test_an_answer_says_how_much_or_why(
    ctx: Context, world: World, details: dict[str, Any], refusal: type[Exception]
) -> None:
    complaint = studied(ctx, world)
    with pytest.raises(refusal):
        services.answer_complaint(ctx, complaint, **details)


def test_a_complaint_is_closed_on_a_proof_once_the_customer_agrees(
    ctx: Context, world: World
) -> None:
    complaint = studied(ctx, world)
    with pytest.raises(errors.NotAnswered):
        services.settle_complaint(ctx, complaint)
    services.answer_complaint(ctx, complaint, solution=Remedy.REPLACEMENT, text="Nous remplaçons.")
    services.reply_to_complaint(ctx, complaint, agreed=True)
    with pytest.raises(errors.ProofMissing):
        services.settle_complaint(ctx, complaint)
    with pytest.raises(errors.NoPaperCalled):
        services.settle_complaint(ctx, complaint, proof="AV-2099-000001")
    services.settle_complaint(ctx, complaint, proof=world.customer.reference)
    assert complaint.next_step == "none"


def test_a_refused_solution_leaves_room_for_another(ctx: Context, world: World) -> None:
    complaint = studied(ctx, world)
    services.answer_complaint(ctx, complaint, solution=Remedy.REFUSAL, text=WHY)
    services.reply_to_complaint(ctx, complaint, agreed=False)
    services.answer_complaint(ctx, complaint, solution=Remedy.REPLACEMENT, text="Nous remplaçons.")
    assert complaint.rounds == 2


def test_the_screens_follow_a_complaint_from_its_opening(
    client: FlaskClient, session: Session, base: str, world: World
) -> None:
    typed = {
        "customer": "CLI-0001",
        "nature": "damaged",
        "asks": "replacement",
        "text": "Deux plateaux rayés.",
    }
    answer = client.post(f"{base}/reclamations/nouvelle", data=typed)
    assert answer.status_code == 303
    page = answer.location
    assert "Accuser réception" in client.get(page).text
    for step, data in {
        "acknowledge": {"text": "Bien reçu.", "channel": "email"},
        "qualify": {"nature": "damaged", "liability": "carrier", "since": "2026-10-30"},
        "check": {"other": "CLI-0001", "finding": "Réserves portées sur le bon."},
        "answer": {"solution": "replacement", "channel": "email", "text": "Nous remplaçons."},
    }.items():
        assert client.post(f"{page}/{step}", data=data).status_code == 303, step
    assert "Attendre la réaction" in client.get(page).text
    assert "Marchandise abîmée" in client.get(f"{base}/reclamations").text


def test_a_wrong_step_is_said_beside_its_field(
    client: FlaskClient, ctx: Context, base: str, world: World
) -> None:
    page = f"{base}/reclamations/{opened(ctx, world).id}"
    ctx.session.commit()
    missing = client.post(
        f"{page}/answer", data={"solution": "discount", "channel": "email", "text": "Voilà."}
    )
    assert missing.status_code == 422
    assert "Indiquez le montant" in missing.text
    assert client.post(f"{page}/check", data={"finding": "Vu."}).status_code == 422
    assert client.post(f"{page}/dance").status_code == 404
    typo = {
        "customer": "CLI-0001",
        "nature": "late",
        "asks": "discount",
        "text": "Tard.",
        "about": "X-1",
    }
    refused = client.post(f"{base}/reclamations/nouvelle", data=typo)
    assert "Aucun document « X-1 »" in refused.text
