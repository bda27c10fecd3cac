"""The rules, and what each says of itself."""

import inspect
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Finding, Outcome
from sandbox.evaluation.wording import french

log = logging.getLogger(__name__)

Judge = Callable[[Facts], Iterator[Finding]]
HEADINGS = ("Pourquoi", "Mesure", "Conseil")
_HEADING = re.compile(rf"^({'|'.join(HEADINGS)}) : ", re.MULTILINE)
_NOT_JUDGED = french(
    "Cet indicateur n'a pas pu être jugé : l'erreur est de notre côté, rien n'est retenu."
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One indicator of a criterion; its French docstring is the page that the learner reads."""

    code: str
    criterion: str
    blocking: bool
    listens: tuple[str, ...]
    find: Judge

    @property
    def title(self) -> str:
        """The behaviour expected, in one sentence."""
        return french(self._doc().partition("\n\n")[0])

    @property
    def sections(self) -> dict[str, str]:
        """What is written under each heading: why, how it is measured, what to do."""
        _, *parts = _HEADING.split(self._doc())
        texts = (french(" ".join(text.split())) for text in parts[1::2])
        return dict(zip(parts[::2], texts, strict=True))

    @property
    def advice(self) -> str:
        """What to do next time."""
        return self.sections.get("Conseil", "")

    @property
    def module(self) -> str:
        """Name of the module that it is alone in."""
        return self.find.__module__.rpartition(".")[2]

    def judge(self, facts: Facts) -> tuple[Finding, ...]:
        """Findings, signed; a rule that crashes is our bug and never costs the learner."""
        try:
            return tuple(self._signed(finding) for finding in self.find(facts))
        except Exception:
            log.exception("rule %s raised", self.code)
            subject = facts.journal[0].subject if facts.journal else ""
            return (self._signed(Finding(Outcome.NOT_JUDGED, subject, _NOT_JUDGED, ())),)

    def _signed(self, found: Finding) -> Finding:
        said = (found.outcome, found.subject, found.because, found.evidence)
        return Finding(*said, self.code, self.criterion, self.blocking)

    def _doc(self) -> str:
        return inspect.getdoc(self.find) or ""


rules: dict[str, Rule] = {}


def rule(
    *, code: str, criterion: str, listens: tuple[str, ...], blocking: bool = False
) -> Callable[[Judge], Judge]:
    """Register the decorated generator as the rule of an indicator.

    ``listens`` names the verbs that it reads; ``blocking`` says that missing it weighs most.
    """

    def register(find: Judge) -> Judge:
        if code in rules:
            raise ValueError(f"rule {code} is defined twice")
        rules[code] = Rule(code, criterion, blocking, listens, find)
        return find

    return register
