"""The one door: use cases, the log of their moves, and what a refusal leaves behind."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import insert

from sandbox.core.codec import Malformed, Resolver, decode, encode, hints
from sandbox.core.context import Context
from sandbox.core.errors import Caution, DomainError
from sandbox.core.orm import Referable
from sandbox.journal.models import Move
from sandbox.journal.payloads import MoveRefused, Payload
from sandbox.journal.recording import canonical, record, reversible, write_entries

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class UseCase:
    """What is known of a use case beside its code."""

    name: str
    function: Callable[..., Any]
    minutes: int
    emits: tuple[type[Payload], ...]
    refuses: tuple[type[DomainError], ...]
    warns: tuple[type[Caution], ...]

    @property
    def doc(self) -> str:
        return (inspect.getdoc(self.function) or "").splitlines()[0]

    @property
    def subject(self) -> str | None:
        """Name of the positional parameter after the context, if there is one."""
        names = [p for p in self.parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
        return names[0].name if names else None

    @property
    def parameters(self) -> list[inspect.Parameter]:
        return list(inspect.signature(self.function).parameters.values())[1:]

    @property
    def hints(self) -> dict[str, Any]:
        return hints(self.function)


_INSERT = insert(Move.__table__)  # type: ignore[arg-type]

registry: dict[str, UseCase] = {}
_after_move: list[Callable[[Context], None]] = []


def after_move(react: Callable[[Context], None]) -> Callable[[Context], None]:
    """Let the world react once a move has been made, in the same transaction."""
    _after_move.append(react)
    return react


def use_case(
    *,
    minutes: int = 0,
    emits: tuple[type[Payload], ...] = (),
    refuses: tuple[type[DomainError], ...] = (),
    warns: tuple[type[Caution], ...] = (),
) -> Callable[[Callable[Concatenate[Context, P], R]], Callable[Concatenate[Context, P], R]]:
    """Make the decorated function the door to one change of the company.

    ``minutes`` is the company time that the act takes. Called from outside, it logs a move, runs
    under a savepoint, and records a refusal; called from within another use case or by a simulated
    actor, it is an ordinary function.
    """

    def register(
        function: Callable[Concatenate[Context, P], R],
    ) -> Callable[Concatenate[Context, P], R]:
        case = UseCase(function.__name__, function, minutes, emits, refuses, warns)
        if case.name in registry:
            raise ValueError(f"use case {case.name} is defined twice")
        registry[case.name] = case

        @functools.wraps(function)
        def door(ctx: Context, *args: P.args, **kwargs: P.kwargs) -> R:
            if ctx.scratch.depth:
                return function(ctx, *args, **kwargs)
            return cast(R, _make_move(ctx, case, args, kwargs))

        return cast(Callable[Concatenate[Context, P], R], door)

    return register


def _make_move(ctx: Context, case: UseCase, args: Any, kwargs: dict[str, Any]) -> Any:
    run, scratch = ctx.run, ctx.scratch
    scratch.cautions.clear()
    scratch.minutes = 0
    run.move_seq += 1
    subject: str | None = args[0].reference if args else None
    move: dict[str, Any] = {
        "run_id": run.id,
        "seq": run.move_seq,
        "at": run.clock,
        "actor": ctx.actor,
        "use_case": case.name,
        "subject": subject,
        "arguments": canonical(encode(kwargs)),
        "refusal": None,
    }
    refusal: DomainError | None = None
    result = None
    scratch.depth += 1
    try:
        result = _attempt(ctx, case, args, kwargs)
    except DomainError as error:
        refusal = error
        move["refusal"] = error.code
        record(ctx, subject or case.name, MoveRefused(case.name, error.code))
    finally:
        scratch.depth -= 1
    ctx.session.execute(_INSERT, [move | {"last_entry": run.entry_seq}])
    write_entries(ctx)
    if refusal:
        raise refusal
    return result


def _attempt(ctx: Context, case: UseCase, args: Any, kwargs: dict[str, Any]) -> Any:
    """Run the use case under a savepoint, let its time pass, and let the world react."""
    try:
        with reversible(ctx):
            result = case.function(ctx, *args, **kwargs)
    except DomainError:
        ctx.scratch.cautions.clear()
        raise
    ctx.run.clock += timedelta(minutes=case.minutes + ctx.scratch.minutes)
    for react in _after_move:
        react(ctx)
    return result


def perform(ctx: Context, name: str, subject: str | None, arguments: dict[str, Any]) -> Any:
    """Make a move from plain data, as play files, replays and the API do.

    Raises KeyError for an unknown use case, Malformed for arguments that do not fit, NotFound for
    a reference that is not in the run.
    """
    case = registry[name]

    def resolve(kind: type, reference: str) -> Any:
        return ctx.find(cast(type[Referable], kind), reference)

    details = _decoded(case, arguments, resolve)
    door = getattr(inspect.getmodule(case.function), name)
    if case.subject is None:
        return door(ctx, **details)
    row = resolve(case.hints[case.subject], subject or "")
    return door(ctx, row, **details)


def _decoded(case: UseCase, arguments: dict[str, Any], resolve: Resolver) -> dict[str, Any]:
    """Typed arguments of a use case, all required ones present."""
    known = {p.name: p for p in case.parameters if p.kind is p.KEYWORD_ONLY}
    for name in arguments:
        if name not in known:
            raise Malformed((name,), f"argument inconnu de « {case.name} » ; {', '.join(known)}.")
    for name, parameter in known.items():
        if name not in arguments and parameter.default is parameter.empty:
            raise Malformed((), f"l'argument « {name} » de « {case.name} » manque.")
    return {n: decode(case.hints[n], v, (n,), resolve) for n, v in arguments.items()}
