"""Solvency: looked into before a commitment, source by source, and concluded in writing."""

from sandbox.core.context import Context
from sandbox.core.credit import NEW_CUSTOMER_LIMIT
from sandbox.core.money import format_euros
from sandbox.core.solvency import Health, Standing, standing
from sandbox.core.units import Cents, Rate
from sandbox.crm.models import Customer
from sandbox.erp.errors.solvency import (
    AlarmIgnored,
    BadDeposit,
    BadLimit,
    ConclusionUnexplained,
    FileConcluded,
    FileNotConcluded,
    FileOpen,
    LimitAboveGrid,
    LimitNotApproved,
    LookedUpAlready,
    NothingLookedUp,
)
from sandbox.erp.grid import Grid, grid_of, said_by
from sandbox.erp.labels import SOURCES
from sandbox.erp.models import ApprovalKind
from sandbox.erp.models.solvency import COSTS, LATER, CreditDecision, SolvencyFile, Source
from sandbox.erp.queries.insolvency import insolvency_of
from sandbox.erp.queries.solvency import mean_delay, open_file, yearly_sales
from sandbox.erp.services.credit import deciding, granted
from sandbox.journal import record, use_case
from sandbox.journal.payloads.solvency import (
    CreditLimitSet,
    SolvencyAsked,
    SolvencyConcluded,
    SolvencyLookedUp,
    SolvencyOpened,
)

WHOLE: Rate = 10_000


@use_case(minutes=2, emits=(SolvencyOpened,), refuses=(FileOpen,))
def open_solvency(ctx: Context, customer: Customer) -> SolvencyFile:
    """Begin to look into a customer's solvency."""
    held = open_file(ctx.session, customer)
    if held is not None:
        raise FileOpen(customer=customer.name, reference=held.reference)
    opened = ctx.add(
        SolvencyFile(
            reference=ctx.number("SOL"),
            customer=customer,
            opened_at=ctx.now(),
            looked={},
            asked=[],
            cost=0,
            decision="",
            limit=0,
            deposit=0,
            reason="",
        )
    )
    record(ctx, opened.reference, SolvencyOpened(customer.reference))
    return opened


@use_case(
    minutes=5,
    emits=(SolvencyLookedUp, SolvencyAsked),
    refuses=(FileConcluded, LookedUpAlready),
)
def look_up_source(ctx: Context, solvency_file: SolvencyFile, *, source: Source) -> SolvencyFile:
    """Read a source; a bureau only takes the order of a report, which comes some hours later."""
    _still_open(solvency_file)
    if source in solvency_file.looked or source in solvency_file.asked:
        raise LookedUpAlready
    cost = COSTS.get(source, 0)
    solvency_file.cost += cost
    customer = solvency_file.customer.reference
    if source in LATER:
        solvency_file.asked = [*solvency_file.asked, source.value]
        record(ctx, solvency_file.reference, SolvencyAsked(customer, source, cost))
    else:
        _keep(ctx, solvency_file, source, cost)
    return solvency_file


@use_case(emits=(SolvencyLookedUp,), refuses=(LookedUpAlready,))
def send_report(ctx: Context, solvency_file: SolvencyFile, *, source: Source) -> SolvencyFile:
    """The bureau's report arrives."""
    if source in solvency_file.looked:
        raise LookedUpAlready
    solvency_file.asked = [name for name in solvency_file.asked if name != source]
    _keep(ctx, solvency_file, source, 0)
    return solvency_file


def _keep(ctx: Context, file: SolvencyFile, source: Source, cost: Cents) -> None:
    """What the source says at this moment is kept in the file."""
    insolvent = insolvency_of(ctx.session, ctx.run.id, file.customer_id) is not None
    told = said_by(source, standing_of(ctx, file.customer), insolvent, ctx.today())
    file.looked = {**file.looked, source.value: told}
    payload = SolvencyLookedUp(file.customer.reference, source, cost, bool(told["alarming"]))
    record(ctx, file.reference, payload)


def standing_of(ctx: Context, customer: Customer) -> Standing:
    """What the outside world knows of a customer, as it was when the run began."""
    health = Health(customer.health) if customer.health else None
    if health is None and insolvency_of(ctx.session, ctx.run.id, customer.id) is not None:
        health = Health.FAILING
    return standing(
        ctx.run.seed,
        customer.reference,
        today=ctx.setting.starts_at.date(),
        mean_order=customer.mean_order,
        health=health,
    )


def grid(ctx: Context, file: SolvencyFile) -> Grid:
    """The house's grid laid over a file."""
    customer = file.customer
    return grid_of(
        file,
        yearly=yearly_sales(ctx.session, customer, ctx.today()),
        delay=mean_delay(ctx.session, customer),
        terms=customer.terms,
    )


@use_case(
    minutes=10,
    emits=(SolvencyConcluded,),
    refuses=(FileConcluded, NothingLookedUp, ConclusionUnexplained, BadLimit, BadDeposit),
    warns=(LimitAboveGrid, AlarmIgnored),
)
def conclude_solvency(
    ctx: Context,
    solvency_file: SolvencyFile,
    *,
    decision: CreditDecision,
    reason: str,
    limit: Cents = 0,
    deposit: Rate = 0,
) -> SolvencyFile:
    """Write down what is proposed: credit up to a limit, a deposit, prepayment, or a refusal."""
    _still_open(solvency_file)
    if not solvency_file.looked:
        raise NothingLookedUp
    if not reason.strip():
        raise ConclusionUnexplained
    if decision == CreditDecision.CREDIT and limit <= 0:
        raise BadLimit
    if decision == CreditDecision.CREDIT_WITH_DEPOSIT and not 0 < deposit <= WHOLE:
        raise BadDeposit
    found = grid(ctx, solvency_file)
    _warn(ctx, solvency_file, decision, limit, found)
    solvency_file.decision, solvency_file.reason = decision, reason.strip()
    solvency_file.limit = limit if decision.on_credit else 0
    solvency_file.deposit = deposit if decision == CreditDecision.CREDIT_WITH_DEPOSIT else 0
    solvency_file.concluded_at = ctx.now()
    payload = SolvencyConcluded(
        customer=solvency_file.customer.reference,
        decision=decision,
        limit=solvency_file.limit,
        deposit_rate=solvency_file.deposit,
        sources=len(solvency_file.looked),
        points=found.points,
        suggested=found.limit,
        words=len(solvency_file.reason.split()),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, solvency_file.reference, payload)
    return solvency_file


def _warn(
    ctx: Context, file: SolvencyFile, decision: CreditDecision, limit: Cents, found: Grid
) -> None:
    """More than the grid gives, or credit in spite of an alarm."""
    most = found.limit if found.score else NEW_CUSTOMER_LIMIT
    if decision.on_credit and limit > most:
        ctx.caution(LimitAboveGrid(suggested=format_euros(most), limit=format_euros(limit)))
    if decision.on_credit and file.alarming:
        ctx.caution(AlarmIgnored(source=SOURCES[file.alarming[0]].lower()))


@use_case(
    minutes=2,
    emits=(CreditLimitSet,),
    refuses=(FileNotConcluded, FileConcluded),
    warns=(LimitNotApproved,),
)
def apply_limit(ctx: Context, solvency_file: SolvencyFile) -> Customer:
    """Put on the customer's record the limit that a concluded file proposes."""
    if solvency_file.concluded_at is None:
        raise FileNotConcluded(reference=solvency_file.reference)
    if solvency_file.applied:
        raise FileConcluded(reference=solvency_file.reference)
    customer, approvals = solvency_file.customer, granted(ctx, solvency_file.reference)
    if ApprovalKind.CREDIT_LIMIT not in approvals:
        ctx.caution(LimitNotApproved())
    payload = CreditLimitSet(
        customer=customer.reference,
        before=customer.credit_limit,
        limit=solvency_file.limit,
        approval=deciding(approvals, ApprovalKind.CREDIT_LIMIT),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    customer.credit_limit, solvency_file.applied = solvency_file.limit, True
    record(ctx, solvency_file.reference, payload)
    return customer


def _still_open(file: SolvencyFile) -> None:
    if file.concluded_at is not None:
        raise FileConcluded(reference=file.reference)
