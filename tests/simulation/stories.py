"""Short cuts to play a few moves in a fresh run of a scenario."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.config import SCENARIOS
from sandbox.core.calendar import PARIS
from sandbox.core.context import open_context
from sandbox.core.orm import Referable
from sandbox.core.run import Run
from sandbox.journal.models import JournalEntry
from sandbox.journal.recording import entries_of
from sandbox.journal.use_cases import perform
from sandbox.simulation.world import fresh_run


class Desk:
    """The learner's hands in a fresh run, of « premiers-pas » unless another is named."""

    def __init__(
        self,
        session: Session,
        seed: int = 42,
        folder: Path = SCENARIOS,
        scenario: str = "premiers-pas",
    ) -> None:
        self.session = session
        self.run = fresh_run(session, scenario, seed=seed, folder=folder)
        session.commit()

    def do(self, name: str, on: str | None = None, /, **details: Any) -> Any:
        """One move, committed."""
        result = perform(open_context(self.session, self.run.id), name, on, details)
        self.session.commit()
        return result

    def wait(self, until: str) -> None:
        """Let company time pass until a moment."""
        at = datetime.fromisoformat(until).replace(tzinfo=PARIS)
        # A call that rings stops the clock: whoever waits lets it ring.
        while self.do("advance_clock", until=at) is False:
            continue

    def last(self, kind: type[Referable]) -> Any:
        """The latest row of a kind."""
        found = select(kind).where(kind.run_id == self.run.id).order_by(kind.id.desc())
        return self.session.scalar(found.limit(1).execution_options(populate_existing=True))

    def send_quote(self, customer: str, product: str, quantity: int) -> Any:
        """A quote of one line, sent."""
        lines = [{"product": product, "quantity": quantity}]
        quote = self.do("draw_up_quote", customer=customer, lines=lines)
        return self.do("send_quote", quote.reference)

    def entries(self, *verbs: str) -> list[JournalEntry]:
        """Entries of these verbs, in order."""
        return [e for e in entries_of(self.session, self.run.id) if e.verb in verbs or not verbs]


def shown(entries: Iterable[JournalEntry]) -> list[tuple[Any, ...]]:
    """Entries as the chain covers them."""
    return [(e.seq, e.at, e.post, e.verb, e.reference, e.payload, e.hash) for e in entries]


def journal(session: Session, run: Run, upto: int | None = None) -> list[tuple[Any, ...]]:
    """The journal of a run, up to an entry."""
    entries = shown(entries_of(session, run.id))
    return entries if upto is None else entries[:upto]
