"""The rules, and what each says of itself."""

import inspect
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Finding, Outcome, Said
from sandbox.evaluation.wording import french

log = logging.getLogger(__name__)

Judge = Callable[[Facts, Fact], Iterator[Said]]
HEADINGS = ("Pourquoi", "Mesure", "Conseil")
_HEADING = re.compile(rf"^({'|'.join(HEADINGS)}) : ", re.MULTILINE)
_OWN = "Mesure : ce que ce scénario attend en plus, chaque fois que l'occasion se présente."
_ELSEWHERE = "Une attente propre à ce scénario."
_NOT_JUDGED = french(
    "Cet indicateur n'a pas pu être jugé : l'erreur est de notre côté, rien n'est retenu."
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One indicator of a criterion; its French docstring is the page that the learner reads.

    It is asked about each fact of the verbs in ``on``, done by the judged post or by ``anyone``.
    An expectation of a scenario has no docstring: its sentence is ``stated``.
    """

    code: str
    blocking: bool
    on: tuple[str, ...]
    anyone: bool
    find: Judge
    stated: str = ""

    @property
    def criterion(self) -> str:
        """Criterion of the frame that it shows."""
        return self.code.partition("/")[0]

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
        """Findings on every fact that may be an occasion."""
        asked = facts.find(*self.on, mine=not self.anyone)
        code, criterion, blocking = self.code, self.criterion, self.blocking
        try:
            return tuple(
                Finding(*said, code, criterion, blocking)
                for fact in asked
                for said in self.find(facts, fact)
            )
        except Exception:
            log.exception("rule %s raised: each fact is judged apart", code)
            return tuple(finding for fact in asked for finding in self.judge_one(facts, fact))

    def judge_one(self, facts: Facts, fact: Fact) -> tuple[Finding, ...]:
        """Findings, signed; a rule that crashes is our bug and never costs the learner."""
        try:
            said = tuple(self.find(facts, fact))
        except Exception:
            log.exception("rule %s raised", self.code)
            said = (Said(Outcome.NOT_JUDGED, fact.subject, _NOT_JUDGED, ()),)
        if not said:
            return ()
        signed = (self.code, self.criterion, self.blocking)
        return tuple(Finding(*each, *signed) for each in said)

    def _doc(self) -> str:
        return f"{self.stated}\n\n{_OWN}" if self.stated else inspect.getdoc(self.find) or ""


class _Rules(dict[str, Rule]):
    """Rules by code; a code of none of them is what a scenario expected, or an older version."""

    def __missing__(self, code: str) -> Rule:
        return Rule(code, False, (), False, _nothing, stated=_ELSEWHERE)


def _nothing(_facts: Facts, _fact: Fact) -> Iterator[Said]:
    return iter(())


rules: dict[str, Rule] = _Rules()


def rule(
    code: str, *, on: tuple[str, ...], anyone: bool = False, blocking: bool = False
) -> Callable[[Judge], Judge]:
    """Register the decorated generator as the rule of an indicator.

    It is called with (facts, fact) for each fact of the verbs in ``on`` that the judged post did,
    or that ``anyone`` did, and says what came of it, or nothing when it was no occasion.
    ``blocking`` says that missing it weighs most.
    """

    def register(find: Judge) -> Judge:
        if code in rules:
            raise ValueError(f"rule {code} is defined twice")
        rules[code] = Rule(code, blocking, on, anyone, find)
        return find

    return register
