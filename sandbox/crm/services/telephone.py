"""Use cases of the telephone: it rings, it is answered, one replies, notes, hangs up, calls."""

from datetime import date

from sqlalchemy import select

from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.crm.calls import Call, CallState, Script
from sandbox.crm.directory import family_of
from sandbox.crm.errors import (
    EmptyMessage,
    LineBusy,
    NobodyOnTheLine,
    NoSuchReply,
    NotRinging,
    ReplyNeedsDate,
    UnknownRecipient,
)
from sandbox.crm.models import Channel, Customer
from sandbox.crm.people_errors import ChannelUnfit
from sandbox.crm.people_warning import warn_of_channel
from sandbox.crm.privacy_errors import (
    ConsumerConsentMissing,
    ObjectionIgnored,
    OutsideCallHours,
    SensitiveWords,
)
from sandbox.crm.privacy_warning import (
    caution_call_hours,
    caution_prospecting,
    caution_sensitive,
)
from sandbox.crm.services.mailbox import addressee, keep_sent, receive_message
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    CallAnswered,
    CallEnded,
    CallMissed,
    CallNoted,
    CallPlaced,
    CallRang,
    MessageReceived,
    MessageSent,
    ReplyChosen,
)

_WHO = {"us": "Vous", "them": "Votre correspondant"}


@use_case(emits=(CallRang,))
def ring(
    ctx: Context,
    *,
    caller: str,
    caller_name: str,
    dialogue: str,
    script: Script,
    topic: str = "other",
    subject: str = "",
    voicemail: str = "",
    customer: Customer | None = None,
    about: str | None = None,
) -> Call:
    """The telephone rings (the caller acts)."""
    call = Call(
        state=CallState.RINGING,
        other_key=caller,
        other_name=caller_name,
        dialogue=dialogue,
        topic=topic,
        subject=subject,
        about=about,
        script=encode(script),
        voicemail=voicemail,
    )
    _keep(ctx, call, customer)
    record(ctx, call.reference, CallRang(caller, topic, _named(call), about))
    return call


@use_case(minutes=1, emits=(CallAnswered,), refuses=(NotRinging,))
def answer_call(ctx: Context, call: Call) -> Call:
    """Pick the telephone up."""
    call.begin()
    record(ctx, call.reference, CallAnswered(call.other_key, call.topic, _named(call), call.about))
    return call


@use_case(emits=(CallAnswered,), refuses=(NotRinging,))
def pick_up(ctx: Context, call: Call, *, dialogue: str, script: Script) -> Call:
    """The person whom we call picks up (the person acts)."""
    call.dialogue = dialogue
    call.begin(script)
    record(ctx, call.reference, CallAnswered(call.other_key, call.topic, _named(call), call.about))
    return call


@use_case(
    emits=(ReplyChosen, CallEnded, MessageSent),
    refuses=(NobodyOnTheLine, NoSuchReply, ReplyNeedsDate),
)
def choose_reply(ctx: Context, call: Call, *, choice: str, on: date | None = None) -> Call:
    """Give one of the replies offered, with a date if it announces one."""
    node = call.node
    chosen = call.say(choice, on.isoformat() if on else "")
    ctx.takes(chosen.minutes)
    payload = ReplyChosen(
        dialogue=call.dialogue,
        node=node,
        choice=choice,
        to=call.other_key,
        customer=_named(call),
        about=call.about,
        proposal=call.proposal if chosen.proposal else None,
        mood=call.mood,
    )
    record(ctx, call.reference, payload)
    if not call.choices:
        _end(ctx, call)
    return call


@use_case(minutes=1, emits=(CallNoted,), refuses=(EmptyMessage,), warns=(SensitiveWords,))
def note_call(ctx: Context, call: Call, *, text: str) -> Call:
    """Write down what matters of a call, during it or afterwards."""
    if not text.strip():
        raise EmptyMessage
    call.notes = f"{call.notes}\n{text.strip()}".strip()
    caution_sensitive(ctx, text)
    cautions = tuple(caution.code for caution in ctx.scratch.cautions)
    payload = CallNoted(_named(call), call.about, len(text.split()), cautions)
    record(ctx, call.reference, payload)
    return call


@use_case(emits=(CallEnded, MessageSent), refuses=(NobodyOnTheLine,))
def hang_up(ctx: Context, call: Call) -> Call:
    """End a conversation."""
    call.talking()
    _end(ctx, call)
    return call


@use_case(emits=(CallMissed, MessageReceived), refuses=(NotRinging,))
def miss_call(ctx: Context, call: Call) -> Call:
    """Nobody picked up: the caller leaves a voice message, if there is something to say."""
    call.miss()
    record(ctx, call.reference, CallMissed(call.other_key, call.topic, _named(call), call.about))
    if call.outgoing or not call.voicemail:
        return call
    receive_message(
        ctx,
        sender=call.other_key,
        sender_name=call.other_name,
        family=family_of(call.other_key) or "interne",
        topic=call.topic,
        subject=f"Message vocal : {call.subject}" if call.subject else "Message vocal",
        body=call.voicemail,
        channel=Channel.PHONE,
        customer=_customer(call),
        about=call.about,
    )
    return call


@use_case(
    minutes=2,
    emits=(CallPlaced,),
    refuses=(UnknownRecipient, LineBusy),
    warns=(ChannelUnfit, ObjectionIgnored, ConsumerConsentMissing, OutsideCallHours),
)
def place_call(ctx: Context, *, to: str, about: str | None = None, topic: str = "other") -> Call:
    """Dial somebody outside; ``to`` is a key such as « customer:CLI-0001 »."""
    talking = select(Call.id).where(Call.run_id == ctx.run.id, Call.state == CallState.TALKING)
    if ctx.session.scalar(talking.limit(1)) is not None:
        raise LineBusy
    customer, name = addressee(ctx, to)
    warn_of_channel(ctx, to, Channel.PHONE)
    caution_prospecting(ctx, to, topic, Channel.PHONE)
    caution_call_hours(ctx, customer, topic)
    call = Call(
        state=CallState.DIALLING,
        outgoing=True,
        other_key=to,
        other_name=name,
        topic=topic,
        about=(about or "").strip() or None,
    )
    _keep(ctx, call, customer)
    cautions = tuple(caution.code for caution in ctx.scratch.cautions)
    placed = CallPlaced(to, topic, _named(call), call.about, cautions)
    record(ctx, call.reference, placed)
    return call


def _keep(ctx: Context, call: Call, customer: Customer | None) -> None:
    call.began_at = ctx.now()
    if customer is not None:
        call.customer_id, call.customer = customer.id, customer
    ctx.add(call)
    call.reference = f"APP-{call.id:06d}"


def _end(ctx: Context, call: Call) -> None:
    """Hang up, and keep what was said among the messages sent: it is proof of what was told."""
    call.state, call.ended_at = CallState.ENDED, ctx.now()
    payload = CallEnded(
        to=call.other_key,
        topic=call.topic,
        customer=_named(call),
        about=call.about,
        proposal=call.proposal or None,
        mood=call.mood,
        noted=bool(call.notes),
    )
    record(ctx, call.reference, payload)
    if call.told:
        _file(ctx, call)


def _file(ctx: Context, call: Call) -> None:
    body = "\n\n".join(f"{_WHO[who]} : {words}" for who, words in call.said)
    sent = keep_sent(
        ctx,
        to=call.other_key,
        subject=f"Appel : {call.subject}" if call.subject else "",
        body=f"{body}\n\nNotes : {call.notes}" if call.notes else body,
        topic=call.topic,
        channel=Channel.PHONE,
        customer=_customer(call),
        about=call.about,
        proposal=call.proposal,
    )
    ours = " ".join(words for who, words in call.said if who == "us")
    payload = MessageSent(
        to=sent.to_key,
        channel=sent.channel,
        topic=sent.topic,
        customer=_named(call),
        about=sent.about,
        answers=None,
        proposal=sent.proposal,
        words=len(ours.split()),
    )
    record(ctx, sent.reference, payload)


def _customer(call: Call) -> Customer | None:
    # A call of nobody's may come from a flush, its relation never loaded.
    return None if call.customer_id is None else call.customer


def _named(call: Call) -> str | None:
    customer = _customer(call)
    return None if customer is None else customer.reference
