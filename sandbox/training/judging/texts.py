"""What was said of the texts of one run, item by item, as the learner reads it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.models import Message
from sandbox.evaluation.judgement.grid import ITEMS, LEVEL_LABELS, Mark, settle
from sandbox.training.judging.models import Kind
from sandbox.training.judging.stream import TEXTS, Stream


@dataclass(frozen=True)
class RatedText:
    """A text, the level of each item that was judged, and the comments."""

    message: Message
    levels: tuple[tuple[str, str], ...]
    comments: tuple[str, ...]


def rated_texts(
    session: Session, run_id: int, stream: Stream, *, released_only: bool
) -> list[RatedText]:
    """Texts with a rating; those published only, for a learner."""
    marks = settle(stream.marks(released_only))
    named = {mark.text for mark in marks}
    if not named:
        return []
    messages = session.scalars(
        select(Message)
        .where(Message.run_id == run_id, Message.reference.in_(named))
        .order_by(Message.id)
    )
    return [_rated(message, marks, stream, released_only) for message in messages]


def _rated(message: Message, marks: list[Mark], stream: Stream, released: bool) -> RatedText:
    own = {mark.item: mark.level for mark in marks if mark.text == message.reference}
    levels = ((ITEMS[item], LEVEL_LABELS[own[item]]) for item in ITEMS if item in own)
    return RatedText(message, tuple(levels), _comments(message.reference, stream, released))


def _comments(text: str, stream: Stream, released: bool) -> tuple[str, ...]:
    release = stream.release(TEXTS)
    until = release.seq if release and released else len(stream.entries)
    said = {
        e.author_id: e.reason for e in stream.of(Kind.RATING) if e.key == text and e.seq <= until
    }
    return tuple(reason for reason in said.values() if reason)
