"""Messages of the actors: who signs, and where they land."""

from typing import Any

from sqlalchemy import select

from sandbox.core.calendar import add_working_minutes
from sandbox.core.context import Context
from sandbox.crm.models import Channel, Contact, Customer, Message
from sandbox.crm.services import receive_message
from sandbox.simulation.engine import schedule
from sandbox.simulation.scene import between, customer_character, scene, words
from sandbox.supply.models import Supplier


def customer_key(reference: str) -> str:
    """How a customer is called in the journal."""
    return f"customer:{reference}"


def supplier_key(reference: str) -> str:
    """How a supplier is called in the journal."""
    return f"supplier:{reference}"


def soon(
    ctx: Context, bounds: tuple[int, int], kind: str, actor: str, subject: str, **details: Any
) -> None:
    """Let an actor do something after a number of working minutes drawn between two."""
    delay = between(ctx, bounds, actor, kind, subject)
    schedule(ctx, add_working_minutes(ctx.now(), delay), kind, subject, **details)


def contact_of(ctx: Context, customer: Customer) -> str:
    """Whoever speaks for a customer: the first contact, or the firm."""
    name = ctx.session.scalar(
        select(Contact.name)
        .where(
            Contact.run_id == ctx.run.id,
            Contact.customer_id == customer.id,
            Contact.left_on.is_(None),
        )
        .order_by(Contact.id)
        .limit(1)
    )
    return name or customer.name


def customer_says(
    ctx: Context,
    customer: Customer,
    occasion: str,
    *,
    topic: str,
    about: str,
    channel: Channel = Channel.EMAIL,
    proposal: str | None = None,
    **said: str,
) -> Message:
    """A customer writes, or rings, about a document."""
    key, contact = customer_key(customer.reference), contact_of(ctx, customer)
    fields = {"customer": customer.name, "contact": contact, "reference": about}
    written = _in_their_language(ctx, customer, occasion)
    subject, body = words(ctx, written, key, about, **(fields | said))
    return receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=signature(contact, customer.name),
        family="client",
        topic=topic,
        subject=subject,
        body=body,
        channel=channel,
        customer=customer,
        about=about,
        proposal=proposal,
    )


def _in_their_language(ctx: Context, customer: Customer, occasion: str) -> str:
    """The dialogue of an occasion: the English one for who writes English, where there is one."""
    found, english = scene(ctx), f"customer_en.{occasion}"
    writes_english = customer_character(ctx, customer.reference).language == "en"
    known = found is not None and english in found.dialogues
    return english if writes_english and known else f"customer.{occasion}"


def signature(person: str, firm: str) -> str:
    """« Inès Carlier, Atelier Lumen », or the firm alone."""
    return firm if person == firm else f"{person}, {firm}"


def supplier_says(
    ctx: Context,
    supplier: Supplier,
    occasion: str,
    *,
    about: str,
    topic: str,
    proposal: str | None = None,
    **said: str,
) -> Message:
    """A supplier writes about one of our purchase orders."""
    key = supplier_key(supplier.reference)
    fields = {"supplier": supplier.name, "reference": about}
    subject, body = words(ctx, f"supplier.{occasion}", key, about, **(fields | said))
    return receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=supplier.name,
        family="fournisseur",
        topic=topic,
        subject=subject,
        body=body,
        about=about,
        proposal=proposal,
    )
