"""What every use case is given: session, run, company clock, and who is acting."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Select, Table, bindparam, inspect, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from sandbox.core.errors import Caution, NotFound, RunIsClosed, RunIsPaused
from sandbox.core.numbering import reference
from sandbox.core.orm import InRun, Referable
from sandbox.core.run import Run, RunStatus
from sandbox.core.setting import Setting, setting_of

LEARNER = "learner"
TRAINER = "trainer"

Row = TypeVar("Row", bound=InRun)
Named = TypeVar("Named", bound=Referable)


@dataclass(slots=True)
class Scratch:
    """What a move gathers before it is written: entries, cautions, depth of use cases.

    ``minutes`` is the company time it takes beyond what its use case says.
    """

    entries: list[dict[str, Any]] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    depth: int = 0
    minutes: int = 0


@dataclass(slots=True)
class Context:
    """Explicit stand-in for ``current_user``, the global session and the wall clock."""

    session: Session
    run: Run
    setting: Setting
    actor: str = LEARNER
    scratch: Scratch = field(default_factory=Scratch)

    def now(self) -> datetime:
        """Company time."""
        return self.run.clock

    def today(self) -> date:
        """Company date."""
        return self.run.clock.date()

    def acting_as(self, actor: str) -> "Context":
        """The same move carried on by somebody else (a customer, a colleague…)."""
        return replace(self, actor=actor)

    def add(self, row: Row) -> Row:
        """Put a new row, and the new rows it owns, into the run: keys come from its counter."""
        self._key(row)
        for _, _, state, _ in inspect(row).mapper.cascade_iterator("save-update", inspect(row)):
            owned = state.obj()
            if isinstance(owned, InRun):
                self._key(owned)
        self.session.add(row)
        return row

    def _key(self, row: InRun) -> None:
        if row.id is None:
            row.run_id, row.id = self.run.id, self.run.take_id()

    def get(self, kind: type[Row], row_id: int) -> Row:
        """A row of this run by id, with all that use cases on it need; raises NotFound."""
        row: Row | None = self.session.scalar(
            _by_id(cast(Any, kind)), {"run_id": self.run.id, "row_id": row_id}
        )
        if row is None:
            raise NotFound(kind=kind.__name__, reference=row_id)
        return row

    def find(self, kind: type[Named], named: str) -> Named:
        """A row of this run by reference; raises NotFound."""
        row: Named | None = self.session.scalar(
            _by_reference(cast(Any, kind)), {"run_id": self.run.id, "named": named}
        )
        if row is None:
            raise NotFound(kind=kind.__kind__, reference=named)
        return row

    def number(self, prefix: str) -> str:
        """Next gapless number of a yearly series, e.g. ``FA-2026-000001`` (242 nonies A)."""
        year = self.today().year
        return reference(prefix, year, self.run.count_up(f"{prefix}-{year}"))

    def alias(self, prefix: str, row: InRun) -> str:
        """Provisional reference of a draft, which bears no number yet."""
        return f"{prefix}-B{row.id}"

    def takes(self, minutes: int) -> None:
        """Let an act last so many company minutes more than its use case says."""
        self.scratch.minutes += minutes

    def caution(self, breach: Caution) -> None:
        """Let a breach of procedure pass with a warning, or refuse it where the company says so."""
        if breach.code in self.setting.procedures.hardened:
            raise breach
        self.scratch.cautions.append(breach)


# Hot statements are built once: building costs more than running them.
_LOCKED_RUN = (
    select(Run)
    .where(Run.id == bindparam("run_id"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)


@cache
def _by_id(kind: type[Row]) -> Select[Row]:
    return (
        select(kind)
        .where(kind.run_id == bindparam("run_id"), kind.id == bindparam("row_id"))
        .options(*kind.full())
    )


@cache
def _by_reference(kind: type[Named]) -> Select[Named]:
    return (
        select(kind)
        .where(kind.run_id == bindparam("run_id"), kind.reference == bindparam("named"))
        .options(*kind.full())
    )


def open_context(session: Session, run_id: int, actor: str = LEARNER) -> Context:
    """Lock a run and give the context to act in it.

    Raises NotFound, RunIsClosed, or RunIsPaused for the learner.

    The run is set loose from the session: its counters change many times in a move, and
    :func:`save_run` writes them once.
    """
    run = session.scalar(_LOCKED_RUN, {"run_id": run_id})
    if run is None:
        raise NotFound(kind="Partie", reference=run_id)
    if run.status != RunStatus.OPEN:
        raise RunIsClosed
    if run.paused and actor == LEARNER:
        raise RunIsPaused
    session.expunge(run)
    return Context(session, run, setting_of(session, run.digest), actor)


_RUNS = cast(Table, Run.__table__)
_SAVE = (
    update(_RUNS)
    .where(_RUNS.c.id == bindparam("run_id"))
    .values({name: bindparam(f"new_{name}") for name in Run.MOVING})
)


def save_run(ctx: Context) -> None:
    """Write the clock, counters and journal head that a move has changed, in one statement.

    The run goes back into the session as if it had just been read.
    """
    position = ctx.run.position()
    values = {f"new_{name}": value for name, value in position.items()}
    ctx.session.execute(_SAVE, {"run_id": ctx.run.id, **values})
    for name, value in position.items():
        set_committed_value(ctx.run, name, value)
    if ctx.run not in ctx.session:
        ctx.session.add(ctx.run)
