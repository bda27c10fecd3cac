"""Use cases of data protection: what people ask of their data, answered within a month."""

from datetime import date

from sandbox.core.context import Context
from sandbox.crm.held import erase
from sandbox.crm.models import Contact, Customer, Message
from sandbox.crm.people_errors import NotTheirs
from sandbox.crm.privacy import (
    PrivacyRequest,
    Right,
    corrected_since,
    held_on,
    kept_on,
)
from sandbox.crm.privacy_errors import (
    AnsweredLate,
    ExtendedAlready,
    ExtensionUnexplained,
    NothingCorrected,
    ReceivedLater,
    RequestClosed,
)
from sandbox.crm.privacy_labels import KEPT
from sandbox.crm.services.consents import note_objection
from sandbox.crm.services.mailbox.keeping import keep_sent
from sandbox.crm.services.people import theirs
from sandbox.journal import record, use_case
from sandbox.journal.payloads.privacy import (
    ObjectionNoted,
    PrivacyAnswered,
    PrivacyExtended,
    PrivacyRequested,
)

_EXTENDED = (
    "Votre demande reçue le {received_on:%d/%m/%Y} demande plus de temps : {reason} Nous vous "
    "répondrons au plus tard le {answer_by:%d/%m/%Y}."
)
_ANSWERS = {
    Right.ACCESS: (
        "Vous trouverez ci-joint toutes les données que nous tenons sur vous, pourquoi nous les "
        "utilisons et combien de temps nous les gardons."
    ),
    Right.RECTIFICATION: "Nous avons corrigé les données que vous nous avez signalées.",
    Right.ERASURE: (
        "Nous avons effacé les données qui vous concernent. La loi nous oblige à conserver :\n"
        "{kept}"
    ),
    Right.OBJECTION: (
        "Votre opposition est enregistrée : vous ne recevrez plus de message sur nos produits. "
        "Nous continuons de vous écrire au sujet de vos commandes."
    ),
}


@use_case(minutes=3, emits=(PrivacyRequested,), refuses=(NotTheirs, ReceivedLater))
def open_privacy_request(
    ctx: Context,
    customer: Customer,
    *,
    contact: int,
    right: Right,
    received_on: date | None = None,
) -> PrivacyRequest:
    """Note that somebody uses a right on their data, and by when it is answered."""
    received = received_on or ctx.today()
    if received > ctx.today():
        raise ReceivedLater
    person = theirs(ctx, customer, Contact, contact)
    asked = ctx.add(
        PrivacyRequest(
            reference=ctx.number("DEM"),
            customer_id=customer.id,
            customer=customer,
            contact=person,
            right=right,
            received_on=received,
            extended=False,
        )
    )
    payload = PrivacyRequested(customer.reference, right, received, asked.answer_by)
    record(ctx, asked.reference, payload)
    return asked


@use_case(
    minutes=4,
    emits=(PrivacyExtended,),
    refuses=(RequestClosed, ExtendedAlready, ExtensionUnexplained),
)
def extend_privacy_request(
    ctx: Context, privacy_request: PrivacyRequest, *, reason: str
) -> PrivacyRequest:
    """Tell somebody, within the first month, that their request takes two months more."""
    _open(privacy_request)
    if privacy_request.extended or ctx.today() > privacy_request.answer_by:
        raise ExtendedAlready(reference=privacy_request.reference)
    if not reason.strip():
        raise ExtensionUnexplained
    privacy_request.extended = True
    payload = PrivacyExtended(
        privacy_request.customer.reference, privacy_request.answer_by, len(reason.split())
    )
    record(ctx, privacy_request.reference, payload)
    told = {"received_on": privacy_request.received_on, "answer_by": privacy_request.answer_by}
    _write(ctx, privacy_request, _EXTENDED.format(reason=reason.strip(), **told))
    return privacy_request


@use_case(
    minutes=10,
    emits=(PrivacyAnswered, ObjectionNoted),
    refuses=(RequestClosed,),
    warns=(AnsweredLate, NothingCorrected),
)
def answer_privacy_request(ctx: Context, privacy_request: PrivacyRequest) -> PrivacyRequest:
    """Do what was asked, and answer: the data given, erased, or no longer used to prospect."""
    _open(privacy_request)
    _warn(ctx, privacy_request)
    person, customer = privacy_request.contact, privacy_request.customer
    values = sum(len(held.values) for held in held_on(ctx.session, person, customer))
    kept: tuple[str, ...] = ()
    if privacy_request.right in (Right.OBJECTION, Right.ERASURE):
        note_objection(ctx, customer, contact=person.id, proof=privacy_request.reference)
    privacy_request.answered_at = ctx.now()
    if privacy_request.right == Right.ERASURE:
        kept = (*kept_on(ctx.session, customer), "objection")
    privacy_request.kept = list(kept)
    payload = PrivacyAnswered(
        customer=customer.reference,
        right=privacy_request.right,
        answer_by=privacy_request.answer_by,
        values=values if privacy_request.right == Right.ACCESS else 0,
        kept=kept,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, privacy_request.reference, payload)
    law = "\n".join(f"- {KEPT[name]}" for name in kept)
    _write(ctx, privacy_request, _ANSWERS[Right(privacy_request.right)].format(kept=law))
    if privacy_request.right == Right.ERASURE:
        erase(ctx.session, person, customer)
    return privacy_request


def _warn(ctx: Context, privacy_request: PrivacyRequest) -> None:
    """What a careful answer looks at: the last day, and that what it says is true."""
    if ctx.today() > privacy_request.answer_by:
        ctx.caution(AnsweredLate(answer_by=privacy_request.answer_by))
    corrects = privacy_request.right == Right.RECTIFICATION
    if corrects and not corrected_since(ctx.session, privacy_request):
        ctx.caution(NothingCorrected(reference=privacy_request.reference))


def _open(privacy_request: PrivacyRequest) -> None:
    if privacy_request.answered_at is not None:
        raise RequestClosed(reference=privacy_request.reference)


def _write(ctx: Context, privacy_request: PrivacyRequest, text: str) -> Message:
    """The letter to the person, kept with the customer's messages."""
    return keep_sent(
        ctx,
        to=f"customer:{privacy_request.customer.reference}",
        subject=f"Votre demande {privacy_request.reference} sur vos données personnelles",
        body=(
            f"Bonjour {privacy_request.contact.name},\n\n{text}\n\nSi cette réponse ne vous "
            "convient pas, vous pouvez saisir la CNIL.\n\nCordialement,\nLe service commercial\n"
            f"{ctx.setting.company.name}"
        ),
        topic="privacy",
        customer=privacy_request.customer,
        about=privacy_request.reference,
    )
