"""The whole product after the model play: one address for every screen, with real rows in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from sandbox.accounts.models import Account
from sandbox.config import SCENARIOS
from sandbox.core.complaints import ComplaintNature, Remedy
from sandbox.core.context import Context, open_context
from sandbox.core.litigation import PieceKind, Recipient
from sandbox.core.orm import Referable
from sandbox.core.run import Mode, Run
from sandbox.crm.complaints import Complaint
from sandbox.crm.drafts import Draft
from sandbox.crm.models import Contact, Customer, Message
from sandbox.crm.privacy import PrivacyRequest, Right
from sandbox.crm.services import keep_draft, open_complaint, open_privacy_request
from sandbox.documents.models import StoredDocument
from sandbox.erp.models import DeliveryNote, Invoice, Order, Quote
from sandbox.erp.models.insolvency import Insolvency, Proceedings
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.models.solvency import SolvencyFile, Source
from sandbox.erp.services import (
    LineDraft,
    choose_carrier,
    confirm_order,
    draw_up_quote,
    prepare_delivery,
    receive_order,
    ship,
)
from sandbox.erp.services.dunning import send_formal_notice
from sandbox.erp.services.insolvency import publish_insolvency
from sandbox.erp.services.litigation import refer_debt
from sandbox.erp.services.solvency import look_up_source, open_solvency
from sandbox.erp.services.statements import issue_statement
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import play_out
from sandbox.supply.models import Arrival, Carrier, Product, PurchaseOrder, Supplier

MODEL_PLAY = SCENARIOS / "plays" / "premiers-pas" / "modele.yaml"
PRACTICE = "CLI-0011"
# The row shown for each argument of an address: whatever the model play left richest.
ROWS: dict[str, tuple[type[Referable], str]] = {
    "customer_id": (Customer, "CLI-0001"),
    "quote_id": (Quote, "DE-2026-000001"),
    "delivery_id": (DeliveryNote, "BL-2026-000014"),
    "invoice_id": (Invoice, "FA-2026-000009"),
    "supplier_id": (Supplier, "FOU-0002"),
    "product_id": (Product, "MOB-002"),
    "purchase_id": (PurchaseOrder, "CF-2026-000001"),
    "arrival_id": (Arrival, "ARR-2026-000001"),
}
WORDS = {
    "reference": "FA-2026-000013",
    "level": "reminder_1",
    "code": "CP4.1/plafond-et-accord",
    "criterion": "CP4.1",
    "scenario": "livraison-abimee",
    "post": "director",
    "name": "factures",
    "tool": "tva",
    "legal_code": "recouvrement",
}
# Asked for something: what a learner's gesture adds to the address.
QUERIES = {
    "crm.unread": "?n=99",
    "erp.periodic_preview": "?bons={shipped_id}&bons={shipped_too_id}",
    "training.palette": "?q=lumen",
    "training.go": "?ref=CLI-0001",
}
# Screens of something still to be done: another row than the one that is looked at elsewhere.
STILL_TO_DO = {
    "erp.edit_quote": {"quote_id": "draft_id"},
    "erp.check_quote": {"quote_id": "draft_id"},
    "erp.periodic_preview": {"customer_id": "shipped_to_id"},
    "erp.preview": {"delivery_id": "shipped_id"},
}
NOT_SCREENS = {
    "assets.serve",
    "crm.import_model",
    "crm.workbook",
    "documents.held_data",
    "erp.bank_file",
    "erp.fec",
    "training.export_list",
    "training.roster_model",
    "judging.matrix_file",
    "judging.booklet_file",
    "judging.own_booklet_file",
}
# What these show is made by gestures that the model play has no reason for.
NOT_WALKED = {
    "crm.call",
    "documents.archive_item",
    "erp.lifecycle_file",
    "erp.lifecycle_message",
    "erp.reporting_file",
    "judging.step",
    "judging.text",
    "supply.stock_count",
    "supply.supplier_invoice",
}


@dataclass(frozen=True)
class Screen:
    """One screen: its endpoint, and where it is with real ids."""

    endpoint: str
    address: str
    in_run: bool


def played_run(session: Session, owner: Account) -> Run:
    """The model play, played to its end by this learner, and a draft quote; committed."""
    run = play_out(session, read_play(MODEL_PLAY)).run
    run.owner_id, run.mode = owner.id, Mode.DISCOVERY
    leave_something_to_do(open_context(session, run.id))
    session.commit()
    return run


def leave_something_to_do(ctx: Context) -> None:
    """A quote to send, and two deliveries gone but not invoiced."""
    buyer, lines = ctx.find(Customer, PRACTICE), [LineDraft(product="MOB-007", quantity=2)]
    draw_up_quote(ctx, customer=buyer, lines=lines)
    told = {
        "nature": ComplaintNature.LATE,
        "asks": Remedy.DISCOUNT,
        "text": "Deux jours de retard.",
    }
    open_complaint(ctx, buyer, **told)
    gone = (Contact.run_id == ctx.run.id, Contact.customer_id == buyer.id)
    person = ctx.session.scalars(select(Contact).where(*gone).order_by(Contact.id)).one()
    owed = select(Invoice).where(Invoice.run_id == ctx.run.id, Invoice.balance > 0)
    late = ctx.session.scalars(owed.order_by(Invoice.id).options(*Invoice.full())).first()
    assert late is not None
    issue_statement(ctx, late.customer)
    file = open_solvency(ctx, late.customer)
    for source in (Source.REGISTER, Source.ACCOUNTS):
        look_up_source(ctx, file, source=source)
    open_privacy_request(ctx, buyer, contact=person.id, right=Right.ACCESS)
    send_formal_notice(ctx, late)
    refer_debt(ctx, late, recipient=Recipient.BAILIFF, pieces=[PieceKind.INVOICE])
    publish_insolvency(
        ctx.acting_as("registry"),
        buyer,
        proceedings=Proceedings.RECOVERY,
        judged_on=ctx.today(),
        court="Tribunal de commerce de Rennes",
        receiver="Étude Brisemur, mandataire judiciaire",
        street="3 passage du Greffe",
        postcode="35000",
        town="Rennes",
    )
    keep_draft(ctx, subject="Offre à finir", body="Bonjour,")
    for _ in range(2):
        order = receive_order(ctx.acting_as(f"customer:{PRACTICE}"), customer=buyer, lines=lines)
        confirm_order(ctx, order)
        delivery = prepare_delivery(ctx, order)
        choose_carrier(ctx, delivery, carrier=ctx.find(Carrier, "TRA-01"))
        ship(ctx, delivery)


def looked_at(app: Flask) -> list[Rule]:
    """Addresses that can be looked at, by endpoint."""
    rules = (rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()))
    left_out = NOT_SCREENS | NOT_WALKED
    return sorted((r for r in rules if r.endpoint not in left_out), key=lambda r: r.endpoint)


def screens(app: Flask, session: Session, run: Run) -> Iterator[Screen]:
    """Every screen whose rows are known here; a test says which are not."""
    binder = app.url_map.bind("localhost")
    ids = dict(_ids(session, run))
    for rule in looked_at(app):
        if rule.arguments <= ids.keys():
            path = binder.build(rule.endpoint, _values(rule, ids))
            query = QUERIES.get(rule.endpoint, "").format(**ids)
            yield Screen(rule.endpoint, path + query, "run_id" in rule.arguments)


def _values(rule: Rule, ids: dict[str, int | str]) -> dict[str, int | str]:
    values = {name: ids[name] for name in rule.arguments}
    others = STILL_TO_DO.get(rule.endpoint, {})
    return values | {name: ids[other] for name, other in others.items()}


def _ids(session: Session, run: Run) -> Iterator[tuple[str, int | str]]:
    yield from WORDS.items()
    yield "run_id", run.id
    yield "played_id", run.id
    yield "seq", run.entry_seq
    yield "learner_id", run.owner_id or 0
    yield "cohort_id", session.get_one(Account, run.owner_id).cohort_id or 0
    for name, (kind, reference) in ROWS.items():
        yield name, _only(session, kind, run, kind.reference == reference)
    yield "draft_id", _only(session, Quote, run, Quote.reference.startswith("DE-B"))
    yield "kept_id", _only(session, Draft, run, Draft.closed_at.is_(None))
    customer = _only(session, Customer, run, Customer.reference == "CLI-0001")
    yield "contact_id", _only(session, Contact, run, Contact.customer_id == customer)
    yield "privacy_request_id", _only(session, PrivacyRequest, run, PrivacyRequest.id > 0)
    yield "solvency_file_id", _only(session, SolvencyFile, run, SolvencyFile.id > 0)
    yield "litigation_file_id", _only(session, LitigationFile, run, LitigationFile.id > 0)
    yield "insolvency_id", _only(session, Insolvency, run, Insolvency.noted_at.is_(None))
    yield "complaint_id", _only(session, Complaint, run, Complaint.settled_at.is_(None))
    gone = (DeliveryNote.run_id == run.id, DeliveryNote.invoiced.is_(False))
    waiting = session.scalars(select(DeliveryNote).where(*gone).order_by(DeliveryNote.id)).all()
    yield "shipped_id", waiting[0].id
    yield "shipped_too_id", waiting[1].id
    yield "shipped_to_id", waiting[1].customer_id
    yield "order_id", _only(session, Order, run, Order.customer_reference == "ATL-2026-118")
    yield "message_id", _only(session, Message, run, Message.subject.startswith("Quatre bureaux"))
    yield "document_id", _only(session, StoredDocument, run, StoredDocument.kind == "invoice")


def _only(session: Session, kind: type, run: Run, condition: object) -> int:
    found = select(kind.id).where(kind.run_id == run.id, condition).order_by(kind.id).limit(1)
    return session.scalars(found).one()
