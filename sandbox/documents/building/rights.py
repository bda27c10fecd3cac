"""The answer to somebody who asks what we hold on them, as it stands (GDPR art. 12 and 15)."""

from sandbox.core.context import Context
from sandbox.crm.models import Customer
from sandbox.crm.privacy import PrivacyRequest, Right, held_on
from sandbox.crm.privacy_labels import REGISTER
from sandbox.documents import mentions
from sandbox.documents.building.common import circumstances, company, issued, writer
from sandbox.documents.issuing import store
from sandbox.documents.parts import Party
from sandbox.documents.snapshots_rights import AccessResponse, HeldData, HeldValue, Processing
from sandbox.journal import subscribe
from sandbox.journal.payloads.privacy import PrivacyAnswered

DPO = "data_protection"
SOURCE = "De vous-même ou de votre entreprise : commandes, messages et appels."


@subscribe(PrivacyAnswered)
def keep_answer(ctx: Context, reference: str, payload: PrivacyAnswered) -> None:
    """Freeze the answer to a request of access as it leaves."""
    if payload.right == Right.ACCESS:
        store(ctx, access_snapshot(ctx, issued(ctx, PrivacyRequest, reference)))


def access_snapshot(ctx: Context, asked: PrivacyRequest) -> AccessResponse:
    """All that is held on the person, and why; nothing of anybody else's."""
    person, customer = asked.contact, asked.customer
    referent = ctx.setting.colleague(DPO)
    return AccessResponse(
        reference=asked.reference,
        issued_on=ctx.today(),
        requested_on=asked.received_on,
        answer_by=asked.answer_by,
        seller=company(ctx),
        customer=_person(person.name, person.email, customer),
        handled_by=writer(ctx),
        contact=referent.email if referent else ctx.setting.company.email,
        data=tuple(
            HeldData(
                title=held.title,
                values=tuple(HeldValue(label=label, value=value) for label, value in held.values),
            )
            for held in held_on(ctx.session, person, customer)
        ),
        processings=tuple(
            Processing(
                purpose=line.purpose,
                basis=line.basis,
                retention=line.retention,
                recipients=line.recipients,
            )
            for line in REGISTER
        ),
        source=SOURCE,
        transfers="Aucun.",
        automated_decisions="Aucune.",
        mentions=mentions.of_letter(circumstances(ctx, customer))[-1:],
    )


def _person(name: str, email: str, customer: Customer) -> Party:
    """The person, at their own address or at their firm's."""
    return Party(
        name=name,
        street=customer.street,
        postcode=customer.postcode,
        town=customer.town,
        email=email,
        contact="" if name == customer.name else customer.name,
        consumer=True,
    )
