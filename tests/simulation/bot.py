"""A learner who does anything at all: valid and invalid moves, the same for the same seed."""

import random
import types
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.calendar import tomorrow_opening
from sandbox.core.codec import Malformed
from sandbox.core.context import open_context
from sandbox.core.database import writing
from sandbox.core.errors import DomainError
from sandbox.core.orm import Referable
from sandbox.core.run import Run
from sandbox.journal.use_cases import UseCase, perform, registry
from sandbox.simulation.playfile import KINDS

WORDS = ("", "Bonjour, je reviens vers vous demain.", "x" * 300, "Déjà fait ?", "0", "CLI-0001")
MOVES_A_DAY = 12


class Bot:
    """Hands that try whatever the house offers."""

    def __init__(self, session: Session, run: Run, seed: int) -> None:
        self.session, self.run_id = session, run.id
        self.dice = random.Random(seed)
        self.cases = sorted(registry.values(), key=lambda case: case.name)
        self.done: list[str] = []
        self.refused: list[str] = []

    def play(self, days: int, moves: int = MOVES_A_DAY) -> None:
        """So many company days, so many moves each."""
        for _ in range(days):
            for _ in range(moves):
                self._try(self.dice.choice(self.cases))
            self._let_the_day_pass()

    def _let_the_day_pass(self) -> None:
        run = self.session.get_one(Run, self.run_id, populate_existing=True)
        until = tomorrow_opening(run.clock)
        while self._perform("advance_clock", None, {"until": until}) is False:
            continue

    def _try(self, case: UseCase) -> None:
        details = {p.name: self._value(case.hints[p.name]) for p in self._details(case)}
        subject = self._value(case.hints[case.subject]) if case.subject else None
        try:
            self._perform(case.name, subject, details)
        except (DomainError, Malformed):
            self.refused.append(case.name)
        else:
            self.done.append(case.name)

    def _details(self, case: UseCase) -> Iterator[Any]:
        for parameter in case.parameters:
            optional = parameter.default is not parameter.empty
            if parameter.kind is parameter.KEYWORD_ONLY and not (
                optional and self.dice.random() < 0.5
            ):
                yield parameter

    def _perform(self, name: str, subject: str | None, details: dict[str, Any]) -> Any:
        with writing(self.session) as session:
            try:
                return perform(open_context(session, self.run_id), name, subject, details)
            finally:
                session.commit()

    def _value(self, hint: Any) -> Any:
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._value(self.dice.choice(get_args(hint)))
        if hint is type(None):
            return None
        if origin is Literal:
            return self.dice.choice(get_args(hint))
        if origin in (list, tuple):
            return [self._value(get_args(hint)[0]) for _ in range(self.dice.randint(0, 2))]
        if origin is dict:
            return {self._reference("product"): self.dice.randint(-1, 9)}
        if isinstance(hint, type):
            return self._of_class(hint)
        return self._value(get_args(hint)[0]) if get_args(hint) else self.dice.randint(-5, 500)

    def _of_class(self, kind: type) -> Any:
        if issubclass(kind, Enum):
            return self.dice.choice([member.value for member in kind])
        if issubclass(kind, Referable):
            return self._row(kind)
        if kind is bool:
            return self.dice.random() < 0.5
        if kind is datetime:
            return self._now() + timedelta(hours=self.dice.randint(-2, 6))
        if kind is date:
            return (self._now() + timedelta(days=self.dice.randint(-3, 20))).date()
        if kind is int:
            return self.dice.choice((-1, 0, 1, 3, 12, 500, 10_000))
        if kind is str:
            return self._text()
        return self._dataclass(kind)

    def _dataclass(self, kind: type) -> Any:
        return {"product": self._reference("product"), "quantity": self.dice.randint(0, 6)}

    def _text(self) -> str:
        names = ("customer", "order", "invoice", "quote", "supplier", "product")
        key = f"customer:{self._reference('customer')}"
        return self.dice.choice((*WORDS, key, self._reference(self.dice.choice(names))))

    def _reference(self, name: str) -> str:
        return self._row(KINDS[name])

    def _row(self, kind: type[Referable]) -> str:
        """Any row of a kind, or one that is nowhere."""
        found = select(kind.reference).where(kind.run_id == self.run_id).order_by(kind.id)
        rows = list(self.session.scalars(found))
        return self.dice.choice(rows) if rows and self.dice.random() < 0.95 else "RIEN-1"

    def _now(self) -> datetime:
        return self.session.get_one(Run, self.run_id, populate_existing=True).clock
