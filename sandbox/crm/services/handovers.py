"""Handing the desk over: open cases, and the next act on each."""

from sandbox.core.context import Context
from sandbox.crm.errors import EmptyHandover, UnknownPost
from sandbox.crm.handovers import Handover, OpenCase, left_open
from sandbox.crm.privacy_errors import SensitiveWords
from sandbox.crm.privacy_warning import caution_sensitive
from sandbox.journal import record, use_case
from sandbox.journal.payloads.mailbox import HandoverWritten


@use_case(
    minutes=10,
    emits=(HandoverWritten,),
    refuses=(EmptyHandover, UnknownPost),
    warns=(SensitiveWords,),
)
def write_handover(
    ctx: Context, *, post: str, cases: tuple[OpenCase, ...] = (), note: str = ""
) -> Handover:
    """Write down for a colleague what is left open, and what is to be done next."""
    if ctx.setting.colleague(post) is None:
        raise UnknownPost(post=post)
    kept = {case.about.strip(): case.next_act.strip() for case in cases if case.about.strip()}
    if not kept and not note.strip():
        raise EmptyHandover
    still = [about for about, _ in left_open(ctx.session, ctx.run.id)]
    written = Handover(
        at=ctx.now(), post=post, note=note.strip(), cases=[list(case) for case in kept.items()]
    )
    ctx.add(written)
    written.reference = f"PAS-{written.id:06d}"
    caution_sensitive(ctx, note, *kept.values())
    payload = HandoverWritten(
        post=post,
        cases=tuple(kept),
        with_next_act=sum(bool(act) for act in kept.values()),
        forgotten=tuple(about for about in still if about not in kept),
        words=len(note.split()),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, written.reference, payload)
    return written
