"""Colleagues with power: they grant or refuse what is asked of them."""

from sandbox.core.calendar import add_working_minutes
from sandbox.core.context import Context
from sandbox.erp.models import Approval, ApprovalKind, ApprovalStatus, Order, Quote
from sandbox.erp.queries.credit import outstanding
from sandbox.erp.services.approvals import decide_approval
from sandbox.journal import subscribe
from sandbox.journal.payloads import ApprovalRequested
from sandbox.simulation.actors.colleagues import says_away
from sandbox.simulation.actors.speaking import soon
from sandbox.simulation.characters import PostCharacter
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import post_character, scene, words

COMPLAINT = "REC"


@subscribe(ApprovalRequested)
def be_asked(ctx: Context, reference: str, payload: ApprovalRequested) -> None:
    """A request lands on a colleague's desk."""
    if scene(ctx) is not None:
        bounds = post_character(ctx, payload.post).answers_in
        soon(ctx, bounds, "post_decides", payload.post, reference)


def _waits(ctx: Context, approval: Approval) -> bool:
    """Nobody decides at an empty desk: it says who stands in, and looks at it on coming back."""
    colleague = ctx.setting.colleague(approval.post)
    if colleague is None or colleague.away_until is None or not colleague.is_away(ctx.now()):
        return False
    says_away(ctx, colleague, topic="approval", about=approval.about)
    schedule(ctx, add_working_minutes(colleague.away_until, 60), "post_decides", approval.reference)
    return True


@happens("post_decides")
def decide(ctx: Context, subject: str) -> None:
    """Granted or refused, with a word of explanation."""
    approval = ctx.find(Approval, subject)
    if approval.status != ApprovalStatus.REQUESTED or _waits(ctx, approval):
        return
    character = post_character(ctx, approval.post)
    argued = bool(approval.options.strip() and approval.recommendation.strip())
    if character.wants_options and not argued:
        granted, occasion = False, "asks_more"
    else:
        granted = _grants(ctx, approval, character)
        occasion = "grants" if granted else "refuses"
    said = {"customer": approval.customer.name, "reference": approval.about}
    _, comment = words(ctx, f"post.{occasion}", approval.post, subject, **said)
    decide_approval(ctx.acting_as(approval.post), approval, granted=granted, comment=comment)


def _grants(ctx: Context, approval: Approval, character: PostCharacter) -> bool:
    match approval.kind:
        case ApprovalKind.DISCOUNT:
            return ctx.find(Quote, approval.about).highest_discount <= character.discount
        case ApprovalKind.OVER_LIMIT:
            order, credit = ctx.find(Order, approval.about), ctx.setting.procedures.credit
            found = outstanding(
                ctx.session, ctx.run.id, approval.customer, ctx.today(), about=order
            )
            return found.excess_rate(credit) <= character.over_limit
        case ApprovalKind.ORDER_AMOUNT:
            return approval.amount <= character.order_amount
        case ApprovalKind.GOODWILL:
            return _grants_gesture(ctx, approval)
        case _:
            return character.formal_notice


def _grants_gesture(ctx: Context, approval: Approval) -> bool:
    """Whether the post may make such a gesture at all, and of that amount to a complaint."""
    most = ctx.setting.procedures.level(approval.post).goodwill
    bounded = approval.about.startswith(f"{COMPLAINT}-")
    return most > 0 and (not bounded or approval.amount <= most)
