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
    named = ctx.find(Customer, customer) if customer else None
    if colleague.is_away(ctx.now()):
        says_away(ctx, colleague, topic=topic, about=about, customer_row=named)
        return
    occasion = "redirects" if other and post not in right else _hears(ctx, post)
    said = {"reference": about or "", "contact": signature_of(other) if other else ""}
    colleague_says(ctx, post, occasion, topic=topic, about=about, customer_row=named, **said)


def _hears(ctx: Context, post: str) -> str:
    """A post says in its own words what it will do, where the company has written them."""
    found, own = scene(ctx), f"hears_{post}"
    return own if found and f"post.{own}" in found.dialogues else "hears"


def says_away(
    ctx: Context,
    colleague: Colleague,
    *,
    topic: str,
    about: str | None,
    customer_row: Customer | None = None,
) -> None:
    """The automatic answer of an empty desk: until when, and who stands in."""
    deputy = ctx.setting.colleague(colleague.deputy)
    back = colleague.away_until
    said = {
        "reference": about or "",
        "deputy": signature_of(deputy) if deputy else "",
        "date": f"{back:%d/%m/%Y}" if back else "",
    }
    occasion = "is_away_deputy" if deputy else "is_away"
    colleague_says(
        ctx, colleague.post, occasion, topic=topic, about=about, customer_row=customer_row, **said
    )


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
        sender_name=signature_of(colleague),
        family="interne",
        topic=topic,
        subject=subject,
        body=body,
        channel=Channel.CHAT,
        customer=customer_row,
        about=about,
    )


def signature_of(colleague: Colleague) -> str:
    """Name and title, at the foot of what a colleague writes."""
    return f"{colleague.name}, {colleague.title}"
