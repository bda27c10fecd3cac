"""Drafts: what is being written is kept until it is sent, or given up."""

from sandbox.core.context import Context
from sandbox.crm.directory import family_of
from sandbox.crm.drafts import Draft
from sandbox.crm.errors import DraftClosed
from sandbox.crm.models import Channel, Message
from sandbox.crm.services.mailbox.keeping import clean, named
from sandbox.journal import record, use_case
from sandbox.journal.payloads.mailbox import DraftDropped, DraftKept


@use_case(minutes=2, emits=(DraftKept,), refuses=(DraftClosed,))
def keep_draft(
    ctx: Context,
    *,
    to: str = "",
    subject: str = "",
    body: str = "",
    topic: str = "other",
    channel: Channel = Channel.EMAIL,
    about: str | None = None,
    answers: Message | None = None,
    proposal: str | None = None,
    copies: tuple[str, ...] = (),
    attachments: tuple[str, ...] = (),
    signed: bool = True,
    receipt: bool = False,
    draft: Draft | None = None,
) -> Draft:
    """Keep a message that is not ready; ``draft`` is the one that it takes the place of."""
    kept = draft or Draft(made_at=ctx.now())
    kept.must_be_open()
    kept.to_key = to if family_of(to) else ""
    kept.subject, kept.body, kept.topic = subject.strip(), body, topic
    kept.channel, kept.about, kept.proposal = channel, clean(about), proposal or None
    kept.answers = named(answers) or kept.answers
    kept.copies, kept.attachments = list(copies), list(attachments)
    kept.signed, kept.receipt, kept.kept_at = signed, receipt, ctx.now()
    if draft is None:
        ctx.add(kept)
        kept.reference = f"BRO-{kept.id:06d}"
    record(ctx, kept.reference, DraftKept(kept.to_key, topic, kept.about, len(body.split())))
    return kept


@use_case(emits=(DraftDropped,), refuses=(DraftClosed,))
def drop_draft(ctx: Context, draft: Draft) -> Draft:
    """Give a draft up."""
    draft.close(ctx.now())
    record(ctx, draft.reference, DraftDropped(draft.to_key, draft.about))
    return draft
