"""What the scenario's author wrote: episodes that happen at a time, or after something else."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from sandbox.core.calendar import add_working_minutes
from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.crm.models import Customer
from sandbox.crm.services import receive_message
from sandbox.erp.models import Quote
from sandbox.erp.services.lines import LineDraft
from sandbox.erp.services.quoting import expire_quote
from sandbox.journal import subscribe
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import Payload, verbs
from sandbox.simulation.actors.bank import credit
from sandbox.simulation.actors.customer import place_order
from sandbox.simulation.actors.speaking import contact_of, customer_key, signature, supplier_key
from sandbox.simulation.actors.supplier import promise_date
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.models import Event
from sandbox.simulation.scene import scene
from sandbox.simulation.story import Condition, Episode, LineSheet, MessageSheet
from sandbox.supply.models import Carrier, PurchaseOrder, Supplier


@subscribe(*verbs.values())
def set_off(ctx: Context, reference: str, payload: Payload) -> None:
    """An entry sets off the episodes that wait for it."""
    found = scene(ctx)
    for episode in found.story if found else ():
        after = episode.after
        if after and after.verb == payload.verb and _fits(after, reference, encode(payload)):
            at = add_working_minutes(ctx.now(), after.delay)
            schedule(ctx, at, "episode", episode.name)


def _fits(condition: Condition, reference: str, values: dict[str, Any]) -> bool:
    held = {**values, "reference": reference}
    return all(held.get(name) == encode(value) for name, value in condition.where.items())


@happens("episode")
def happen(ctx: Context, subject: str) -> None:
    """What the author wrote happens, once, unless it no longer makes sense."""
    found = scene(ctx)
    episode = next((e for e in found.story if e.name == subject), None) if found else None
    if episode is None or (episode.unless and _made(ctx, episode.unless)) or _twice(ctx, episode):
        return
    if episode.message:
        _deliver(ctx, episode.message)
    if episode.order:
        customer = ctx.find(Customer, episode.order.customer)
        lines = [_draft(line) for line in episode.order.lines]
        number, wanted = episode.order.reference, episode.order.requested_on
        place_order(ctx, customer, lines, number=number, requested_on=wanted)
    if episode.credit:
        named = episode.credit.customer
        customer_or_none = ctx.find(Customer, named) if named else None
        sheet = episode.credit
        credit(ctx, customer_or_none, sheet.amount, sheet.label, sheet.payer)
    if episode.delay:
        order = ctx.find(PurchaseOrder, episode.delay.purchase)
        promise_date(ctx, order, episode.delay.confirmed_on, "late")


def _draft(line: LineSheet) -> LineDraft:
    return LineDraft(line.product, line.quantity, line.discount, line.unit_price)


def _made(ctx: Context, condition: Condition) -> bool:
    """Whether the journal already holds such an entry."""
    return any(
        _fits(condition, reference, json.loads(payload))
        for reference, payload in _entries(ctx, condition.verb)
    )


def _entries(ctx: Context, verb: str) -> Iterator[tuple[str, str]]:
    written = select(JournalEntry.reference, JournalEntry.payload).where(
        JournalEntry.run_id == ctx.run.id, JournalEntry.verb == verb
    )
    for row in ctx.session.execute(written):
        yield row.reference, row.payload
    for entry in ctx.scratch.entries:
        if entry["verb"] == verb:
            yield entry["reference"], entry["payload"]


def _twice(ctx: Context, episode: Episode) -> bool:
    """Whether the entry that an episode waits for has already set it off."""
    if episode.after is None:
        return False
    done = ctx.session.scalar(
        select(func.count()).where(
            Event.run_id == ctx.run.id,
            Event.kind == "episode",
            Event.subject == episode.name,
            Event.done.is_(True),
        )
    )
    return bool(done and done > 1)


def _deliver(ctx: Context, sheet: MessageSheet) -> None:
    key, name, family = _sender(ctx, sheet.sender)
    named = sheet.customer or (sheet.sender if family == "client" else None)
    receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=name,
        family=family,
        topic=sheet.topic,
        subject=sheet.subject,
        body=sheet.body.strip(),
        channel=sheet.channel,
        customer=ctx.find(Customer, named) if named else None,
        about=sheet.about,
    )


def _sender(ctx: Context, sender: str) -> tuple[str, str, str]:
    """Key in the journal, name at the foot of the mail, and drawer of the mailbox."""
    colleague = ctx.setting.colleague(sender)
    if colleague is not None:
        return sender, f"{colleague.name}, {colleague.title}", "interne"
    if sender.startswith("CLI-"):
        customer = ctx.find(Customer, sender)
        name = signature(contact_of(ctx, customer), customer.name)
        return customer_key(sender), name, "client"
    if sender.startswith("FOU-"):
        return supplier_key(sender), ctx.find(Supplier, sender).name, "fournisseur"
    return f"carrier:{sender}", ctx.find(Carrier, sender).name, "logistique"


@happens("quote_lapses")
def lapse(ctx: Context, subject: str) -> None:
    """A quote nobody answered is over: expire_quote refuses the others."""
    expire_quote(ctx.acting_as("world"), ctx.find(Quote, subject))
