"""Colleagues who are told of something: they answer, pass it on, or are away."""

from sandbox.core.context import Context
from sandbox.core.setting import Colleague
from sandbox.crm.models import Channel, Customer, Message
from sandbox.crm.services import receive_message
from sandbox.journal import subscribe
from sandbox.journal.payloads import ColleagueAlerted
from sandbox.simulation.actors.speaking import soon
from sandbox.simulation.engine import happens
from sandbox.simulation.scene import post_character, scene, words


@subscribe(ColleagueAlerted)
def be_told(ctx: Context, reference: str, payload: ColleagueAlerted) -> None:
    """An alert lands on a colleague's desk."""
    if scene(ctx) is not None:
        said = {"topic": payload.topic, "about": payload.about, "customer": payload.customer}
        bounds = post_character(ctx, payload.post).hears_in
        soon(ctx, bounds, "post_answers", payload.post, reference, post=payload.post, **said)


@happens("post_answers")
def answer(
    ctx: Context, subject: str, post: str, topic: str, about: str | None, customer: str | None
) -> None:
    """Thank you, or whom to see instead, or an automatic answer."""
    colleague = ctx.setting.colleague(post)
    if colleague is None:
        return
    right = _concerned(ctx, topic)
    other = next((c for c in ctx.setting.colleagues if c.post in right), None)
    if colleague.away_until and colleague.away_until > ctx.now():
        occasion = "is_away"
    else:
        occasion = "redirects" if other and post not in right else "hears"
    said = {"reference": about or "", "contact": f"{other.name}, {other.title}" if other else ""}
    named = ctx.find(Customer, customer) if customer else None
    colleague_says(ctx, post, occasion, topic=topic, about=about, customer_row=named, **said)


def _concerned(ctx: Context, topic: str) -> tuple[str, ...]:
    return ctx.setting.procedures.alerts.recipients.get(topic, ())


def colleague_says(
    ctx: Context,
    post: str,
    occasion: str,
    *,
    topic: str,
    about: str | None,
    customer_row: Customer | None = None,
    **said: str,
) -> Message | None:
    """A colleague writes in the internal chat; nobody writes from an empty desk."""
    colleague = ctx.setting.colleague(post)
    if colleague is None:
        return None
    named = {"customer": customer_row.name} if customer_row else {}
    subject, body = words(ctx, f"post.{occasion}", post, about or topic, **(named | said))
    return receive_message(
        ctx.acting_as(post),
        sender=post,
        sender_name=_signature(colleague),
        family="interne",
        topic=topic,
        subject=subject,
        body=body,
        channel=Channel.CHAT,
        customer=customer_row,
        about=about,
    )


def _signature(colleague: Colleague) -> str:
    return f"{colleague.name}, {colleague.title}"
