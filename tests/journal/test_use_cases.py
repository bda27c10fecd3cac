"""The one door: moves are logged, refusals leave a trace and nothing else."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from sandbox.core.codec import Malformed
from sandbox.core.context import Context
from sandbox.core.errors import DomainError, NotFound
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.journal import record, use_case
from sandbox.journal.models import JournalEntry, Move
from sandbox.journal.payloads import HistoryConsulted
from sandbox.journal.use_cases import perform


class TooMuch(DomainError):
    message = "Pas plus de {limit} euros."
    field = "limit"


@dataclass(frozen=True)
class Wish:
    product: str
    quantity: int = 1


@use_case(minutes=7, emits=(HistoryConsulted,), refuses=(TooMuch,))
def try_raise_limit(
    ctx: Context, customer: Customer, *, limit: Cents, wishes: list[Wish] | None = None
) -> str:
    """Raise a credit limit (a use case of the tests)."""
    customer.credit_limit = limit
    record(ctx, customer.reference, HistoryConsulted(customer=customer.reference))
    number = ctx.number("TT")
    if limit > 900000:
        raise TooMuch(limit=9000)
    return number


def entries(ctx: Context) -> list[str]:
    return list(ctx.session.scalars(select(JournalEntry.verb).order_by(JournalEntry.seq)).all())


def test_an_act_takes_company_time_and_logs_its_move(ctx: Context, world) -> None:
    started = ctx.now()
    assert try_raise_limit(ctx, world.customer, limit=600000) == "TT-2026-000001"
    move = ctx.session.scalars(select(Move)).one()
    assert (move.use_case, move.subject, move.at) == ("try_raise_limit", "CLI-0001", started)
    assert move.arguments == '{"limit":600000}'
    assert (ctx.now() - started).seconds == 7 * 60
    assert entries(ctx) == ["history.consulted"]


def test_a_refusal_is_kept_and_nothing_else(ctx: Context, world) -> None:
    with pytest.raises(TooMuch, match="Pas plus de 9000 euros"):
        try_raise_limit(ctx, world.customer, limit=1000000)
    ctx.session.commit()
    assert world.customer.credit_limit == 500000
    assert entries(ctx) == ["move.refused"]
    assert ctx.session.scalars(select(Move.refusal)).one() == "TooMuch"


def test_a_refused_number_is_given_to_the_next(ctx: Context, world) -> None:
    with pytest.raises(TooMuch):
        try_raise_limit(ctx, world.customer, limit=1000000)
    assert try_raise_limit(ctx, world.customer, limit=1) == "TT-2026-000001"


def test_an_actor_of_the_world_logs_no_move(ctx: Context, world) -> None:
    ctx.scratch.depth = 1
    try_raise_limit(ctx.acting_as("director"), world.customer, limit=1)
    assert ctx.session.scalars(select(Move)).all() == []


def test_plain_data_makes_the_same_move(ctx: Context) -> None:
    plain = {"limit": 700000, "wishes": [{"product": "MOB-001"}]}
    assert perform(ctx, "try_raise_limit", "CLI-0001", plain) == "TT-2026-000001"


@pytest.mark.parametrize(
    ("subject", "arguments", "error", "words"),
    [
        ("CLI-0001", {}, Malformed, "« limit »"),
        ("CLI-0001", {"limit": "beaucoup"}, Malformed, "nombre entier"),
        ("CLI-0001", {"limit": 1, "colour": "bleu"}, Malformed, "argument inconnu"),
        ("CLI-0001", {"limit": 1, "wishes": [{"produit": "x"}]}, Malformed, "clé inconnue"),
        ("CLI-9999", {"limit": 1}, NotFound, "introuvable"),
    ],
)
def test_plain_data_that_does_not_fit_says_where(ctx, subject, arguments, error, words) -> None:
    with pytest.raises(error, match=words):
        perform(ctx, "try_raise_limit", subject, arguments)
