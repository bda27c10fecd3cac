"""Outside providers: they take a case whose papers are joined, and ask for them otherwise."""

from sandbox.core.context import Context
from sandbox.core.setting import Provider
from sandbox.crm.models import Message
from sandbox.crm.services import receive_message
from sandbox.journal import subscribe
from sandbox.journal.payloads import MessageSent
from sandbox.simulation.actors.speaking import soon
from sandbox.simulation.engine import happens
from sandbox.simulation.scene import scene, words

PREFIX = "provider:"
ANSWERS_IN = (240, 960)
# The invoice, the proof of delivery, and the formal notice: less than that proves nothing.
ENOUGH = 3


@subscribe(MessageSent)
def be_written_to(ctx: Context, reference: str, payload: MessageSent) -> None:
    """A provider reads what we send."""
    if scene(ctx) is not None and payload.to.startswith(PREFIX):
        soon(ctx, ANSWERS_IN, "provider_answers", payload.to, reference)


@happens("provider_answers")
def answer(ctx: Context, subject: str) -> None:
    """The case is taken, or its papers are asked for."""
    asked = ctx.find(Message, subject)
    provider = _called(ctx, asked.to_key.removeprefix(PREFIX))
    if provider is None:
        return
    occasion = "takes_case" if len(asked.attachments) >= ENOUGH else "asks_papers"
    customer = asked.customer if asked.customer_id is not None else None
    said = {
        "reference": asked.about or "",
        "customer": customer.name if customer else "",
        "quantity": str(len(asked.attachments)),
    }
    title, body = words(ctx, f"provider.{occasion}", asked.to_key, subject, **said)
    receive_message(
        ctx.acting_as(asked.to_key),
        sender=asked.to_key,
        sender_name=provider.name,
        family="prestataire",
        topic="litigation",
        subject=title,
        body=body,
        customer=customer,
        about=asked.about,
        answers=asked,
    )


def _called(ctx: Context, reference: str) -> Provider | None:
    return next((each for each in ctx.setting.providers if each.reference == reference), None)
