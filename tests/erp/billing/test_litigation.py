"""A debt handed over after formal notice: its file, what is missing, what comes back."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.litigation import ESSENTIAL, Outcome, PieceKind, Recipient
from sandbox.crm.models import Message
from sandbox.erp.errors.billing import NothingDue
from sandbox.erp.errors.litigation import (
    AlreadyHanded,
    AlreadyReported,
    AlreadyWrittenOff,
    GroundMissing,
    NobodyThere,
    NoFormalNotice,
    NothingAsked,
    NotTakenYet,
    PieceNotHeld,
    StillCollectable,
)
from sandbox.erp.models import ApprovalKind, DunningLevel, Invoice
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.queries.litigation import dunnings_of, litigation_of, noticed, pieces_of
from sandbox.erp.services import acknowledge_order
from sandbox.erp.services.approvals import decide_approval, request_approval
from sandbox.erp.services.dunning import send_dunning, send_formal_notice
from sandbox.erp.services.litigation import refer_debt
from sandbox.erp.services.recovering import (
    answer_litigation,
    complete_litigation,
    propose_write_off,
    report_litigation,
)
from sandbox.erp.services.statements import issue_statement
from tests.factories.billing import invoiced
from tests.factories.world import World
from tests.supply.journal import cautions, said

NOTICE_OVER = timedelta(days=9)


@pytest.fixture
def invoice(ctx: Context, world: World) -> Invoice:
    """An invoice of 680.05, forty days late, reminded once, under formal notice."""
    found = invoiced(ctx, world)
    found.due_on = ctx.today() - timedelta(days=40)
    send_dunning(ctx, found, level=DunningLevel("reminder_1"))
    send_formal_notice(ctx, found)
    for step in dunnings_of(ctx.session, found):
        step.at -= NOTICE_OVER
    return found


def held(ctx: Context, invoice: Invoice) -> set[PieceKind]:
    procedure, steps = ctx.setting.procedures.dunning, dunnings_of(ctx.session, invoice)
    return {p.kind for p in pieces_of(ctx.session, invoice, procedure, steps) if p.held}


def completed(ctx: Context, invoice: Invoice) -> Invoice:
    """The acknowledgement sent, the goods signed for, the account stated."""
    assert invoice.order is not None
    assert invoice.delivery is not None
    acknowledge_order(ctx, invoice.order)
    invoice.delivery.deliver(ctx.now())
    issue_statement(ctx, invoice.customer)
    return invoice


def approved(ctx: Context, invoice: Invoice) -> None:
    """The director lets the debt go."""
    asked = request_approval(
        ctx, kind=ApprovalKind.LITIGATION, about=invoice.reference, recommendation="Confier."
    )
    decide_approval(ctx.acting_as("director"), asked, granted=True)


def handed(ctx: Context, invoice: Invoice, *kinds: PieceKind) -> LitigationFile:
    return refer_debt(
        ctx, invoice, recipient=Recipient.BAILIFF, pieces=list(kinds or sorted(held(ctx, invoice)))
    )


def test_a_file_holds_what_we_can_prove_and_nothing_else(ctx: Context, invoice: Invoice) -> None:
    assert PieceKind.STATEMENT not in held(ctx, invoice)
    assert PieceKind.DELIVERY not in held(ctx, invoice)
    completed(ctx, invoice)
    assert held(ctx, invoice) >= set(ESSENTIAL)


def test_a_whole_file_leaves_with_the_agreement_and_the_sum_of_the_day(
    ctx: Context, invoice: Invoice
) -> None:
    approved(ctx, completed(ctx, invoice))
    assert noticed(ctx.session, ctx.run.id) == [invoice]
    file = handed(ctx, invoice)
    assert cautions(ctx) == []
    told = said(ctx, "litigation.handed")[0][1]
    # 680.05 at 12.15 % for forty days, and the forty euros of a late business.
    assert (file.principal, file.penalties, file.indemnity) == (68005, 905, 4000)
    assert (told["total"], told["missing"], told["needed"]) == (72910, [], True)
    assert told["approval"].startswith("ACC-")
    sent = ctx.session.scalars(select(Message).where(Message.about == file.reference)).one()
    assert sent.to_key == "bailiff:etude"
    assert litigation_of(ctx.session, invoice) == [file]
    assert noticed(ctx.session, ctx.run.id) == []


def test_a_consumer_owes_neither_penalties_nor_the_fixed_sum(
    ctx: Context, invoice: Invoice
) -> None:
    invoice.customer.business = False
    assert handed(ctx, invoice).total == 68005


def test_what_is_missing_too_soon_or_not_agreed_is_warned_of(
    ctx: Context, invoice: Invoice
) -> None:
    for step in dunnings_of(ctx.session, invoice):
        step.at += NOTICE_OVER
    file = handed(ctx, invoice, PieceKind.INVOICE, PieceKind.FORMAL_NOTICE)
    assert cautions(ctx) == ["NoticeRunning", "FileIncomplete", "LitigationNotApproved"]
    assert PieceKind.DELIVERY in file.missing


def test_the_road_without_a_judge_has_a_ceiling(ctx: Context, invoice: Invoice) -> None:
    approved(ctx, completed(ctx, invoice))
    invoice.balance = 500_000
    handed(ctx, invoice)
    assert "TooMuchForSmallClaim" in cautions(ctx)


def test_a_debt_that_is_too_old_may_be_opposed(ctx: Context, invoice: Invoice) -> None:
    invoice.due_on -= timedelta(days=366 * 5)
    handed(ctx, invoice)
    assert "TimeBarred" in cautions(ctx)


def test_nothing_leaves_without_formal_notice_twice_or_unowed(
    ctx: Context, world: World, invoice: Invoice
) -> None:
    early = invoiced(ctx, world)
    with pytest.raises(NoFormalNotice):
        handed(ctx, early)
    with pytest.raises(PieceNotHeld, match="bon de livraison"):
        handed(ctx, invoice, PieceKind.DELIVERY)
    with pytest.raises(NobodyThere):
        refer_debt(ctx, invoice, recipient=Recipient.AGENCY, pieces=[])
    handed(ctx, invoice)
    with pytest.raises(AlreadyHanded):
        handed(ctx, invoice)
    early.balance = 0
    with pytest.raises(NothingDue):
        handed(ctx, early)


def test_once_handed_over_we_are_warned_against_dunning(ctx: Context, invoice: Invoice) -> None:
    handed(ctx, invoice)
    send_dunning(ctx, invoice, level=DunningLevel("call"))
    assert "InLitigation" in cautions(ctx)


def test_papers_that_were_asked_for_complete_the_file(ctx: Context, invoice: Invoice) -> None:
    file, they = handed(ctx, invoice), ctx.acting_as("bailiff:etude")
    answer_litigation(they, file, asked=list(file.missing))
    assert file.state == "incomplete"
    with pytest.raises(NothingAsked):
        complete_litigation(ctx, file, pieces=[PieceKind.INVOICE])
    with pytest.raises(NotTakenYet):
        report_litigation(they, file, outcome=Outcome.PAID)
    completed(ctx, invoice)
    wanted = [PieceKind.ACKNOWLEDGEMENT, PieceKind.DELIVERY, PieceKind.STATEMENT]
    complete_litigation(ctx, file, pieces=wanted)
    answer_litigation(they, file, asked=[])
    assert (file.state, file.missing) == ("taken", ())
    assert said(ctx, "litigation.completed")[0][1]["missing"] == []


def test_a_debt_paid_month_by_month_stays_in_their_hands(ctx: Context, invoice: Invoice) -> None:
    file, they = handed(ctx, invoice), ctx.acting_as("bailiff:etude")
    answer_litigation(they, file, asked=[])
    report_litigation(they, file, outcome=Outcome.PLAN)
    send_dunning(ctx, invoice, level=DunningLevel("call"))
    assert "InLitigation" in cautions(ctx)
    with pytest.raises(AlreadyHanded):
        handed(ctx, invoice)


def test_a_debt_that_is_lost_is_proposed_to_accounting_with_its_vat(
    ctx: Context, invoice: Invoice
) -> None:
    file, they = handed(ctx, invoice), ctx.acting_as("bailiff:etude")
    answer_litigation(they, file, asked=[])
    with pytest.raises(StillCollectable):
        propose_write_off(ctx, file, ground="Compte rendu.")
    report_litigation(they, file, outcome=Outcome.UNCOLLECTABLE)
    with pytest.raises(AlreadyReported):
        report_litigation(they, file, outcome=Outcome.PAID)
    with pytest.raises(AlreadyReported):
        answer_litigation(they, file, asked=[])
    with pytest.raises(GroundMissing):
        propose_write_off(ctx, file, ground=" ")
    propose_write_off(ctx, file, ground="Compte rendu de l'étude.")
    told = said(ctx, "litigation.write_off_proposed")[0][1]
    assert (told["net"], told["vat"], told["gross"]) == (invoice.net, invoice.vat, 68005)
    assert noticed(ctx.session, ctx.run.id) == []
    with pytest.raises(AlreadyWrittenOff):
        propose_write_off(ctx, file, ground="Encore.")


def test_from_the_file_to_the_loss_on_the_screen(
    client: FlaskClient, ctx: Context, invoice: Invoice
) -> None:
    base = f"/parties/{ctx.run.id}/contentieux"
    assert "Constituer le dossier" in client.get(base).text
    draft = f"{base}/factures/{invoice.id}"
    assert "Injonction de payer" in client.get(draft).text
    assert client.post(draft, data={"recipient": "agency", "pieces": "invoice"}).status_code == 422
    unheld = {"recipient": "bailiff", "pieces": "statement"}
    assert "relevé de compte" in client.post(draft, data=unheld).text
    client.post(draft, data={"recipient": "bailiff", "pieces": ["invoice", "formal_notice"]})
    file = litigation_of(ctx.session, invoice)[0]
    assert "Déjà confiée" in client.get(draft).text
    answer_litigation(ctx.acting_as("bailiff:etude"), file, asked=[PieceKind.REMINDERS])
    ctx.session.commit()
    at = f"{base}/{file.id}"
    assert "Pièces demandées" in client.get(at).text
    assert client.post(f"{at}/completer", data={}).status_code == 422
    assert client.post(f"{at}/completer", data={"pieces": "reminders"}).status_code == 303
    they = ctx.acting_as("bailiff:etude")
    answer_litigation(they, file, asked=[])
    report_litigation(they, file, outcome=Outcome.UNCOLLECTABLE)
    ctx.session.commit()
    assert "TVA à récupérer" in client.get(at).text
    assert client.post(f"{at}/perte", data={"ground": ""}).status_code == 422
    assert client.post(f"{at}/perte", data={"ground": "Compte rendu."}).status_code == 303
    assert "Irrécouvrable" in client.get(base).text


def test_a_debt_that_nobody_noticed_or_that_is_paid_says_so(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    early = invoiced(ctx, world)
    ctx.session.commit()
    draft = f"/parties/{ctx.run.id}/contentieux/factures/{early.id}"
    assert "Pas encore de mise en demeure" in client.get(draft).text
    early.customer.business, early.balance = False, 0
    ctx.session.commit()
    shown = client.get(draft).text
    assert "Il n’y a plus rien à recouvrer" in shown
    assert "tribunal judiciaire" in shown
