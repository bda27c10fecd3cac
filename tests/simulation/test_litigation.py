"""A debt in other hands: papers are asked for, the file is taken, and something comes of it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.calendar import add_working_days
from sandbox.core.litigation import PieceKind, Recipient
from sandbox.core.setting import setting_of
from sandbox.crm.models import Customer, Message
from sandbox.erp.models import BankLine, Invoice
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.queries.litigation import Piece, dunnings_of, pieces_of
from tests.simulation.stories import Desk

BAD, GOOD = "CLI-0003", "CLI-0009"
SEEDS = (1, 6)


def owed_by(desk: Desk, customer: str) -> Invoice:
    """An invoice of this customer, still owed."""
    found: Invoice = desk.session.scalars(
        select(Invoice)
        .join(Customer, Invoice.customer)
        .where(Invoice.run_id == desk.run.id, Invoice.balance > 0, Customer.reference == customer)
        .order_by(Invoice.id)
        .limit(1)
        .options(*Invoice.full())
    ).one()
    return found


def handed(desk: Desk, invoice: Invoice, recipient: Recipient) -> LitigationFile:
    """Reminded, put on notice, stated, and handed over with all that we hold."""
    desk.do("send_dunning", invoice.reference, level="reminder_1")
    desk.do("send_formal_notice", invoice.reference)
    desk.do("issue_statement", invoice.customer.reference)
    kinds = [piece.kind.value for piece in pieces(desk, invoice)]
    found: LitigationFile = desk.do(
        "refer_debt", invoice.reference, recipient=recipient.value, pieces=kinds
    )
    return found


def pieces(desk: Desk, invoice: Invoice) -> Sequence[Piece]:
    procedure = setting_of(desk.session, desk.run.digest).procedures.dunning
    steps = dunnings_of(desk.session, invoice)
    return [p for p in pieces_of(desk.session, invoice, procedure, steps) if p.held]


def told(desk: Desk, file: LitigationFile) -> list[str]:
    """What its recipient wrote about it."""
    found = select(Message).where(
        Message.run_id == desk.run.id, Message.about == file.reference, Message.outgoing.is_(False)
    )
    in_order = desk.session.scalars(found.order_by(Message.id))
    return [message.subject.partition(" :")[0] for message in in_order]


def after(desk: Desk, days: int) -> str:
    on = add_working_days(desk.run.clock.date(), days)
    return f"{on.isoformat()}T12:00"


def ended(desk: Desk, customer: str, recipient: Recipient = Recipient.AGENCY) -> LitigationFile:
    """A whole file, read, worked on and reported on."""
    handed(desk, owed_by(desk, customer), recipient)
    desk.wait(after(desk, 30))
    found: LitigationFile = desk.last(LitigationFile)
    return found


def test_a_file_without_its_papers_waits_for_them(session: Session) -> None:
    desk = Desk(session, scenario="impayes")
    invoice = owed_by(desk, BAD)
    desk.do("send_formal_notice", invoice.reference)
    said = {"recipient": Recipient.OWN.value, "pieces": [PieceKind.INVOICE.value]}
    file = desk.do("refer_debt", invoice.reference, **said)
    desk.wait(after(desk, 4))
    assert told(desk, file) == ["Pièces à fournir"]
    assert desk.last(LitigationFile).state == "incomplete"
    kinds = [piece.kind.value for piece in pieces(desk, invoice)]
    desk.do("complete_litigation", file.reference, pieces=kinds)
    desk.wait(after(desk, 4))
    assert desk.entries("litigation.completed", "litigation.answered")[-1].verb.endswith("answered")


def test_who_can_pay_pays_and_the_money_is_ours(session: Session) -> None:
    desk = Desk(session, scenario="impayes")
    file = ended(desk, GOOD)
    assert file.outcome == "paid"
    assert told(desk, file)[0] == "Dossier pris en charge"


def test_who_cannot_signs_a_plan_or_is_given_up(session: Session) -> None:
    found = {}
    for seed in SEEDS:
        desk = Desk(session, seed=seed, scenario="impayes")
        file = ended(desk, BAD)
        found[file.outcome] = desk, file
    assert found.keys() == {"by_instalments", "uncollectable"}
    desk, file = found["by_instalments"]
    desk.wait(after(desk, 30))
    lines = select(BankLine).where(BankLine.run_id == desk.run.id)
    labels = [line.label for line in desk.session.scalars(lines)]
    assert [label for label in labels if file.reference in label]
    desk, file = found["uncollectable"]
    desk.do("propose_write_off", file.reference, ground="Compte rendu du cabinet.")
    desk.wait(after(desk, 3))
    assert told(desk, file)[-1] == f"Perte sur {file.invoice.reference}"
