"""What can be said of a run; the caller gives who and when, and commits."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.evaluation.judgement.amending import SAID_BY_A_PERSON, finding_under
from sandbox.evaluation.judgement.grid import ITEMS, LEVELS
from sandbox.evaluation.judgement.rollup import Level
from sandbox.evaluation.model import Outcome
from sandbox.evaluation.reac import reac
from sandbox.evaluation.report import Report
from sandbox.training.judging.errors import (
    NothingContested,
    NothingRated,
    NothingToDecide,
    NothingWritten,
    ReasonWanted,
    UnknownCriterion,
    UnknownFinding,
    UnknownLevel,
)
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.progress import CriterionProgress
from sandbox.training.judging.stream import KEPT, NEXT, REPORT, TEXTS, Note, Said, Stream, append

SELF_LEVELS = {
    "met": "Réussi",
    "partly": "En partie",
    "missed": "Manqué",
    "unknown": "Je ne sais pas",
}
KEPT_LEVELS = {"met": "Tenu", "partly": "En partie", "missed": "Pas tenu"}
QUESTIONS = {
    "what": "Que s'est-il passé ?",
    "why": "Pourquoi ?",
    "next": "Que ferez-vous la prochaine fois ?",
}
QUESTION = "question:"


def rate_oneself(session: Session, run_id: int, said: Said, levels: Mapping[str, str]) -> None:
    """Say how one thinks one did, criterion by criterion; raises UnknownLevel."""
    given = {code: levels.get(code) or "unknown" for code in reac().criteria}
    for level in given.values():
        _known(level, SELF_LEVELS)
    notes = (Note(Kind.SELF_RATING, code, {"level": level}) for code, level in given.items())
    append(session, run_id, said, *notes)


def answer_questions(session: Session, run_id: int, said: Said, written: Mapping[str, str]) -> None:
    """Answer the three questions of the debriefing; raises NothingWritten."""
    if not all(written.get(name, "").strip() for name in QUESTIONS):
        raise NothingWritten
    notes = (Note(Kind.COMMENT, QUESTION + name, reason=written[name]) for name in QUESTIONS)
    append(session, run_id, said, *notes)


def commit_to(session: Session, run_id: int, said: Said, sentence: str) -> JudgementEntry:
    """Choose the one thing to do next time; raises NothingWritten."""
    if not sentence.strip():
        raise NothingWritten
    return _say(session, run_id, said, Note(Kind.COMMITMENT, NEXT, reason=sentence))


def check_commitment(
    session: Session, run_id: int, said: Said, *, taken: JudgementEntry, kept: str
) -> JudgementEntry:
    """Say whether the commitment taken after an earlier run was kept; raises UnknownLevel."""
    _known(kept, KEPT_LEVELS)
    content = {"run": taken.run_id, "seq": taken.seq, "kept": kept}
    return _say(session, run_id, said, Note(Kind.COMMITMENT, KEPT, content))


def contest(
    session: Session, run_id: int, said: Said, report: Report, *, finding: str, sentence: str
) -> JudgementEntry:
    """Contest a finding with a sentence; raises UnknownFinding, NothingWritten."""
    _in_report(report, finding)
    if not sentence.strip():
        raise NothingWritten
    return _say(session, run_id, said, Note(Kind.CONTEST, finding, reason=sentence))


def answer(
    session: Session, run_id: int, said: Said, stream: Stream, *, finding: str, sentence: str
) -> JudgementEntry:
    """Answer a contest, the finding standing; raises NothingContested, NothingWritten."""
    if finding not in stream.contests:
        raise NothingContested
    if not sentence.strip():
        raise NothingWritten
    return _say(session, run_id, said, Note(Kind.ANSWER, finding, reason=sentence))


def override(
    session: Session,
    run_id: int,
    said: Said,
    report: Report,
    *,
    finding: str,
    outcome: str,
    reason: str,
) -> JudgementEntry:
    """Put a person's word in place of the machine's.

    Raises UnknownFinding, UnknownLevel, ReasonWanted.
    """
    _in_report(report, finding)
    _known(outcome, SAID_BY_A_PERSON)
    if not reason.strip():
        raise ReasonWanted
    content = {"outcome": Outcome(outcome).value}
    return _say(session, run_id, said, Note(Kind.OVERRIDE, finding, content, reason))


def comment(
    session: Session, run_id: int, said: Said, *, criterion: str, sentence: str
) -> JudgementEntry:
    """Say something of a criterion; raises UnknownCriterion, NothingWritten."""
    _official(criterion)
    if not sentence.strip():
        raise NothingWritten
    return _say(session, run_id, said, Note(Kind.COMMENT, criterion, reason=sentence))


def observe(
    session: Session, run_id: int, said: Said, *, criterion: str, sentence: str
) -> JudgementEntry:
    """Keep what a trainer saw in the room, of a criterion or of none.

    Raises UnknownCriterion, NothingWritten.
    """
    if criterion:
        _official(criterion)
    if not sentence.strip():
        raise NothingWritten
    return _say(session, run_id, said, Note(Kind.OBSERVATION, criterion, reason=sentence))


def rate_text(
    session: Session,
    run_id: int,
    said: Said,
    *,
    text: str,
    levels: Mapping[str, int],
    sentence: str = "",
) -> JudgementEntry:
    """Rate a text on the items that apply, with a comment; raises NothingRated, UnknownLevel."""
    given = {item: level for item, level in levels.items() if item in ITEMS}
    if not given:
        raise NothingRated
    for level in given.values():
        _known(level, LEVELS)
    return _say(session, run_id, said, Note(Kind.RATING, text, dict(given), sentence))


def release_report(session: Session, run_id: int, said: Said) -> JudgementEntry:
    """Let the learner read the report as the journal stands."""
    return _release(session, run_id, said, REPORT)


def release_texts(session: Session, run_id: int, said: Said) -> JudgementEntry:
    """Let the learner read what was said of their texts so far."""
    return _release(session, run_id, said, TEXTS)


def decide(
    session: Session, said: Said, about: CriterionProgress | None, *, level: str, reason: str
) -> JudgementEntry:
    """Decide of a criterion, beside the learner's latest run; away from the proposal, say why.

    Raises NothingToDecide, UnknownLevel, ReasonWanted.
    """
    if about is None or about.latest_run is None:
        raise NothingToDecide
    _known(level, list(Level))
    proposed = about.proposal.level
    if level != proposed and not reason.strip():
        raise ReasonWanted
    runs = [run.run_id for run in about.runs]
    content = {"level": level, "proposed": proposed.value, "runs": runs}
    note = Note(Kind.DECISION, about.code, content, reason)
    return _say(session, about.latest_run, said, note)


def _say(session: Session, run_id: int, said: Said, note: Note) -> JudgementEntry:
    return append(session, run_id, said, note)[0]


def _release(session: Session, run_id: int, said: Said, what: str) -> JudgementEntry:
    run = session.get_one(Run, run_id)
    content = {"entries": run.entry_seq, "head": run.head_hash}
    return _say(session, run_id, said, Note(Kind.RELEASE, what, content))


def _in_report(report: Report, finding: str) -> None:
    if finding_under(report, finding) is None:
        raise UnknownFinding


def _official(criterion: str) -> None:
    if criterion not in reac().criteria:
        raise UnknownCriterion(code=criterion)


def _known(level: object, levels: object) -> None:
    if level not in levels:  # type: ignore[operator]
        raise UnknownLevel(level=level)
