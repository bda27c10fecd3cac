"""The telephone of those outside: they ring, give up, pick up, and draw their conclusions."""

from sandbox.core.calendar import add_working_minutes
from sandbox.core.context import LEARNER, Context
from sandbox.core.errors import DomainError
from sandbox.crm.calls import Call, CallState
from sandbox.crm.models import Channel, Customer
from sandbox.crm.services import miss_call, pick_up
from sandbox.crm.services import ring as ring_us
from sandbox.erp.models import DunningLevel, Invoice
from sandbox.erp.services.dunning import send_dunning
from sandbox.journal import subscribe
from sandbox.journal.payloads import CallPlaced, ReplyChosen
from sandbox.simulation.actors.naming import with_names
from sandbox.simulation.actors.stage import come_about, sender_of
from sandbox.simulation.calling import PhoneChoice, PhoneDialogue
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.filling import Facts, filled
from sandbox.simulation.regard import feel
from sandbox.simulation.scene import customer_character, scene

ENGLISH = "_en"
# Whom we call, and the conversation that follows unless a closer one is written.
CALLED = {"customer": "called_customer", "supplier": "called_supplier", "carrier": "called_carrier"}


def ring(ctx: Context, caller: str, dialogue: str, about: str | None, facts: Facts) -> None:
    """Somebody (a reference or a post) rings us about a document."""
    found = scene(ctx)
    written = found.calls.get(dialogue) if found else None
    if written is None:
        return
    key, name, family = sender_of(ctx, caller)
    known = with_names(ctx, {**facts, "about": about or "", **_customer(key)})
    spoken: PhoneDialogue = filled(written, known)
    call = ring_us(
        ctx.acting_as(key),
        caller=key,
        caller_name=name,
        dialogue=dialogue,
        script=spoken.script(),
        topic=spoken.topic,
        subject=spoken.subject,
        voicemail=spoken.voicemail.strip(),
        customer=ctx.find(Customer, caller) if family == "client" else None,
        about=about,
    )
    at = add_working_minutes(ctx.now(), written.rings)
    schedule(ctx, at, "call_unanswered", call.reference)


def _customer(key: str) -> Facts:
    kind, _, reference = key.partition(":")
    return {"customer": reference} if kind == "customer" else {}


@happens("call_unanswered")
def give_up(ctx: Context, subject: str) -> None:
    """It has rung long enough."""
    call = ctx.find(Call, subject)
    if call.state == CallState.RINGING:
        miss_call(ctx.acting_as(call.other_key), call)


@subscribe(CallPlaced)
def hear_it_ring(ctx: Context, reference: str, payload: CallPlaced) -> None:
    """The other's telephone rings."""
    if scene(ctx) is not None:
        schedule(ctx, ctx.now(), "they_pick_up", reference)


@happens("they_pick_up")
def answer(ctx: Context, subject: str) -> None:
    """Whoever we call picks up, if there is something to say."""
    call = ctx.find(Call, subject)
    found, name = scene(ctx), _dialogue_for(ctx, call)
    written = found.calls.get(name) if found else None
    other = ctx.acting_as(call.other_key)
    if written is None:
        miss_call(other, call)
        return
    spoken: PhoneDialogue = filled(written, _facts(ctx, call))
    call.subject = spoken.subject
    pick_up(other, call, dialogue=name, script=spoken.script())


def _dialogue_for(ctx: Context, call: Call) -> str:
    """The conversation that suits: a debtor's, a customer's, in their language if it is written."""
    kind, _, reference = call.other_key.partition(":")
    name = CALLED.get(kind, "")
    if kind == "customer" and _owes(ctx, call.about):
        name = "called_debtor"
    found = scene(ctx)
    english = customer_character(ctx, reference).language == "en"
    return name + ENGLISH if english and found and name + ENGLISH in found.calls else name


def _owes(ctx: Context, about: str | None) -> bool:
    try:
        invoice = ctx.find(Invoice, about or "")
    except DomainError:
        return False
    return invoice.days_late(ctx.today()) > 0


def _facts(ctx: Context, call: Call) -> Facts:
    kind, _, reference = call.other_key.partition(":")
    return with_names(ctx, {kind: reference, "about": call.about or ""})


@subscribe(ReplyChosen)
def take_a_reply(ctx: Context, reference: str, payload: ReplyChosen) -> None:
    """A reply that matters has consequences."""
    choice = _chosen(ctx, payload.dialogue, payload.node, payload.choice)
    if choice is None:
        return
    feel(ctx, payload.to, choice.loyalty)
    said = {"dialogue": payload.dialogue, "node": payload.node, "choice": payload.choice}
    if choice.dunning and payload.about:
        schedule(ctx, ctx.now(), "debt_claimed", payload.about)
    for step, consequence in enumerate(choice.then):
        at = add_working_minutes(ctx.now(), consequence.wait)
        schedule(ctx, at, "call_follows", reference, step=step, **said)


def _chosen(ctx: Context, dialogue: str, node: str, choice: str) -> PhoneChoice | None:
    found = scene(ctx)
    written = found.calls.get(dialogue) if found else None
    passage = written.nodes.get(node) if written else None
    return passage.choices.get(choice) if passage else None


@happens("debt_claimed")
def claim(ctx: Context, subject: str) -> None:
    """What the learner asked for on the telephone is the step of the procedure."""
    learner = ctx.acting_as(LEARNER)
    invoice = ctx.find(Invoice, subject)
    send_dunning(learner, invoice, level=DunningLevel.CALL, channel=Channel.PHONE)


@happens("call_follows")
def follow(ctx: Context, subject: str, dialogue: str, node: str, choice: str, step: int) -> None:
    """What a reply leads to comes about."""
    chosen = _chosen(ctx, dialogue, node, choice)
    if chosen is None:
        return
    facts = _facts(ctx, ctx.find(Call, subject))
    come_about(ctx, filled(chosen.then[step], facts), facts)
