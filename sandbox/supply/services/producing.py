"""Made to order: what our own workshop is asked, promises, is reminded of, and delivers."""

from datetime import date

from sandbox.core.calendar import add_working_days
from sandbox.core.context import Context
from sandbox.journal import record, use_case
from sandbox.journal.payloads import (
    ProductionChased,
    ProductionDateAsked,
    ProductionDone,
    ProductionPromised,
    ProductionRequested,
)
from sandbox.supply.errors import (
    AlreadyProduced,
    BadQuantity,
    NotEarlier,
    NotMade,
    PastDate,
    SoonerThanPossible,
    TooManyRounds,
)
from sandbox.supply.models import MoveKind, Product, ProductionRequest, ProductionStatus
from sandbox.supply.services.stock import take_in


@use_case(
    minutes=6,
    emits=(ProductionRequested,),
    refuses=(NotMade, BadQuantity, PastDate),
    warns=(SoonerThanPossible,),
)
def request_production(
    ctx: Context,
    product: Product,
    *,
    quantity: int,
    wanted_on: date,
    needed_for: str | None = None,
) -> ProductionRequest:
    """Ask the workshop to make units of a product for a day."""
    _check(ctx, product, quantity, wanted_on)
    possible_on = add_working_days(ctx.today(), product.make_days)
    if wanted_on < possible_on:
        ctx.caution(
            SoonerThanPossible(
                days=product.make_days,
                on=f"{wanted_on:%d/%m/%Y}",
                possible=f"{possible_on:%d/%m/%Y}",
            )
        )
    request = ctx.add(
        ProductionRequest(
            reference=ctx.number("OF"),
            product_id=product.id,
            product=product,
            quantity=quantity,
            needed_for=needed_for or "",
            status=ProductionStatus.REQUESTED,
            asked_at=ctx.now(),
            wanted_on=wanted_on,
            rounds=0,
        )
    )
    payload = ProductionRequested(
        product=product.reference,
        quantity=quantity,
        wanted_on=wanted_on,
        possible_on=possible_on,
        needed_for=needed_for or None,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, request.reference, payload)
    return request


def _check(ctx: Context, product: Product, quantity: int, wanted_on: date) -> None:
    if not product.made:
        raise NotMade(product=product.reference)
    if quantity <= 0:
        raise BadQuantity(product=product.reference, quantity=quantity)
    if wanted_on < ctx.today():
        raise PastDate(on=f"{wanted_on:%d/%m/%Y}")


@use_case(emits=(ProductionPromised,), refuses=(AlreadyProduced,))
def promise_production(
    ctx: Context, production_request: ProductionRequest, *, promised_on: date
) -> ProductionRequest:
    """Give a date, the first time or again (the workshop acts)."""
    production_request.still_open()
    production_request.promised_on = promised_on
    production_request.status = ProductionStatus.PROMISED
    payload = ProductionPromised(
        production_request.product.reference, promised_on, production_request.wanted_on
    )
    record(ctx, production_request.reference, payload)
    return production_request


@use_case(minutes=3, emits=(ProductionChased,), refuses=(AlreadyProduced,))
def chase_production(ctx: Context, production_request: ProductionRequest) -> ProductionRequest:
    """Ask the workshop where the units are."""
    production_request.still_open()
    production_request.chased_at = ctx.now()
    late = max((ctx.today() - production_request.due_on).days, 0)
    payload = ProductionChased(production_request.product.reference, late)
    record(ctx, production_request.reference, payload)
    return production_request


@use_case(
    minutes=4,
    emits=(ProductionDateAsked,),
    refuses=(AlreadyProduced, NotEarlier, PastDate),
    warns=(TooManyRounds,),
)
def renegotiate_production(
    ctx: Context, production_request: ProductionRequest, *, wanted_on: date
) -> ProductionRequest:
    """Ask the workshop for an earlier date, once more."""
    production_request.still_open()
    due_on, promised_on = production_request.due_on, production_request.promised_on
    if wanted_on < ctx.today():
        raise PastDate(on=f"{wanted_on:%d/%m/%Y}")
    if wanted_on >= due_on:
        raise NotEarlier(wanted_on=f"{wanted_on:%d/%m/%Y}", due_on=f"{due_on:%d/%m/%Y}")
    production_request.wanted_on = wanted_on
    production_request.rounds += 1
    allowed = ctx.setting.procedures.supply.date_rounds
    if production_request.rounds > allowed:
        ctx.caution(TooManyRounds(rounds=production_request.rounds, allowed=allowed))
    payload = ProductionDateAsked(
        production_request.product.reference, wanted_on, promised_on, production_request.rounds
    )
    record(ctx, production_request.reference, payload)
    return production_request


@use_case(emits=(ProductionDone,), refuses=(AlreadyProduced,))
def finish_production(ctx: Context, production_request: ProductionRequest) -> ProductionRequest:
    """Put what was made in stock (the workshop acts)."""
    production_request.still_open()
    product, quantity = production_request.product, production_request.quantity
    late = max((ctx.today() - production_request.due_on).days, 0)
    production_request.status = ProductionStatus.DONE
    production_request.done_at = ctx.now()
    reference = production_request.reference
    take_in(ctx, product, quantity, reference, unit_cost=product.cost, kind=MoveKind.PRODUCTION)
    record(ctx, reference, ProductionDone(product.reference, quantity, late))
    return production_request
