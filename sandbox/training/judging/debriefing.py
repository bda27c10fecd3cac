"""The steps of the debriefing, in the order that serves learning: oneself first, findings last."""

from dataclasses import dataclass

from sandbox.training.judging.models import Kind
from sandbox.training.judging.services import QUESTION, QUESTIONS
from sandbox.training.judging.stream import KEPT, Stream

RATE, RUN, CUSTOMER, ASK, FINDINGS, COMMIT = (
    "se-situer",
    "deroule",
    "client",
    "questions",
    "constats",
    "engagement",
)
STEPS = {
    RATE: "Me situer",
    RUN: "Le déroulé",
    CUSTOMER: "Vu du client",
    ASK: "Trois questions",
    FINDINGS: "Constats",
    COMMIT: "Mon engagement",
}
_AFTER_RATING = (RUN, CUSTOMER, ASK)


@dataclass(frozen=True)
class Step:
    """One step: where it leads when it is open."""

    name: str
    label: str
    is_open: bool


def answers(stream: Stream) -> dict[str, str]:
    """What the learner wrote under each of the three questions."""
    comments = stream.latest(Kind.COMMENT)
    return {n: comments[QUESTION + n].reason for n in QUESTIONS if QUESTION + n in comments}


def kept(stream: Stream) -> str:
    """Whether the last commitment was kept, as the learner said here; empty when unsaid."""
    said = stream.latest(Kind.COMMITMENT).get(KEPT)
    return str(said.data["kept"]) if said else ""


def steps(stream: Stream, *, plays: bool, released: bool) -> list[Step]:
    """Every step; a learner opens them one after the other, a trainer sees them all."""
    opened = {RATE}
    if released and (stream.has_rated_self or not plays):
        opened |= {*_AFTER_RATING}
        if answers(stream) or not plays:
            opened |= {FINDINGS, COMMIT}
    return [Step(name, label, name in opened) for name, label in STEPS.items()]


def current(stream: Stream, *, released: bool) -> str:
    """The step to take up."""
    if not stream.has_rated_self or not released:
        return RATE
    return FINDINGS if answers(stream) else RUN


def step_after(name: str) -> str:
    """The step that follows; the last one follows itself."""
    names = list(STEPS)
    return names[min(names.index(name) + 1, len(names) - 1)]
