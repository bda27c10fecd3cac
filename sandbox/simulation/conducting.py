"""What a trainer does with a run beside incidents: stop it for a while, answer for the director."""

from sandbox.core.context import Context
from sandbox.core.errors import DomainError, NotEntitled
from sandbox.erp.errors.selling import AlreadyDecided
from sandbox.erp.models import Approval
from sandbox.erp.services.approvals import decide_approval
from sandbox.journal import use_case
from sandbox.journal.payloads import ApprovalDecided, MessageReceived
from sandbox.simulation.incidents.services import only_trainers


class AnswerWantsReason(DomainError):
    """Whoever answers for the director says why, as the director would."""

    message = "Écrivez la raison : l'apprenant la lira, signée de la direction."
    field = "comment"


@use_case(refuses=(NotEntitled,))
def pause_run(ctx: Context) -> None:
    """Stop a run for a while: the learner looks, and does not act."""
    only_trainers(ctx)
    ctx.run.paused = True


@use_case(refuses=(NotEntitled,))
def resume_run(ctx: Context) -> None:
    """Let a run go on."""
    only_trainers(ctx)
    ctx.run.paused = False


@use_case(
    emits=(ApprovalDecided, MessageReceived),
    refuses=(NotEntitled, AlreadyDecided, AnswerWantsReason),
)
def answer_as_post(ctx: Context, approval: Approval, *, granted: bool, comment: str) -> Approval:
    """Answer a request for approval in place of the simulated post that was asked."""
    only_trainers(ctx)
    if not comment.strip():
        raise AnswerWantsReason
    return decide_approval(ctx.acting_as(approval.post), approval, granted=granted, comment=comment)
