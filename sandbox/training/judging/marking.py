"""The marking queue of a class: texts one after the other, aids beside each, a short grid."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.accounts.models import Cohort
from sandbox.crm.models import Message
from sandbox.evaluation.judgement.aids import Aids, aids, language_of
from sandbox.evaluation.judgement.grid import ITEMS
from sandbox.training.judging.models import JudgementEntry, Kind
from sandbox.training.judging.queries import Text, answered_by, stream_of, streams_of, texts_of
from sandbox.training.judging.stream import Stream

BATCH = 20


@dataclass(frozen=True)
class Waiting:
    """One text of the queue, and whether this person has rated it."""

    text: Text
    rated: bool

    @property
    def key(self) -> tuple[int, int]:
        """Run and row of the message."""
        return self.text.message.run_id, self.text.message.id


@dataclass(frozen=True)
class Sheet:
    """What helps to rate a text: what it answers, what the machine points at, what was given."""

    asked: Message | None
    aids: Aids
    given: JudgementEntry | None
    items: dict[str, str]


@dataclass(frozen=True)
class Queue:
    """The texts of a class for one trainer: those to rate first, twenty at a time."""

    waiting: tuple[Waiting, ...]
    rated: int
    unpublished: int

    @property
    def batch(self) -> tuple[Waiting, ...]:
        """The next twenty to rate."""
        return tuple(one for one in self.waiting if not one.rated)[:BATCH]

    @property
    def to_rate(self) -> int:
        """How many texts this person has not rated."""
        return len(self.waiting) - self.rated

    def after(self, run_id: int, message_id: int) -> Waiting | None:
        """The next text to rate, starting again from the top once the end is reached."""
        here, keys = (run_id, message_id), [one.key for one in self.waiting]
        start = keys.index(here) + 1 if here in keys else 0
        round_trip = self.waiting[start:] + self.waiting[:start]
        return next((one for one in round_trip if not one.rated and one.key != here), None)


def queue_of(session: Session, cohort: Cohort, rater_id: int) -> Queue:
    """The queue of a class, in two statements."""
    texts = texts_of(session, cohort)
    streams = streams_of(session, {text.run.id for text in texts})
    waiting = tuple(_waiting(text, streams[text.run.id], rater_id) for text in texts)
    rated = sum(one.rated for one in waiting)
    return Queue(waiting, rated, sum(map(unpublished, streams.values())))


def unpublished(stream: Stream) -> int:
    """Ratings that the learner cannot read yet."""
    release = stream.release("texts")
    return sum(entry.seq > (release.seq if release else 0) for entry in stream.of(Kind.RATING))


def rating_by(stream: Stream, message: str, rater_id: int) -> JudgementEntry | None:
    """What a person last said of a text; what others said is not shown to them."""
    own = [e for e in stream.of(Kind.RATING) if (e.key, e.author_id) == (message, rater_id)]
    return own[-1] if own else None


def sheet_for(session: Session, text: Text, rater_id: int) -> Sheet:
    """Everything shown beside a text, in two statements."""
    asked = answered_by(session, text.message)
    pointed = aids(text.message.body, text.message.about or "")
    given = rating_by(stream_of(session, text.run.id), text.message.reference, rater_id)
    return Sheet(asked, pointed, given, _items(pointed, asked))


def _items(pointed: Aids, asked: Message | None) -> dict[str, str]:
    """Items of the grid that apply: English only where something in the exchange is English."""
    in_french = pointed.language == "fr" and (asked is None or language_of(asked.body) != "en")
    return {item: label for item, label in ITEMS.items() if item != "english" or not in_french}


def levels_in(form: dict[str, str]) -> dict[str, int]:
    """Levels of the grid as posted; an item left out was not judged."""
    given = {item: form.get(item, "") for item in ITEMS}
    return {item: int(level[:9]) for item, level in given.items() if level.isdecimal()}


def _waiting(text: Text, stream: Stream, rater_id: int) -> Waiting:
    return Waiting(text, rating_by(stream, text.message.reference, rater_id) is not None)


def pairs_by_item(streams: Sequence[Stream]) -> dict[str, list[tuple[int, int]]]:
    """Levels that the first two people gave to the same text, item by item."""
    pairs: dict[str, list[tuple[int, int]]] = {item: [] for item in ITEMS}
    for stream in streams:
        given: dict[tuple[str, str], dict[int, int]] = {}
        for mark in stream.marks():
            given.setdefault((mark.text, mark.item), {})[mark.author] = mark.level
        for (_, item), by_author in given.items():
            if len(by_author) > 1:
                first, second, *_ = (by_author[author] for author in sorted(by_author))
                pairs[item].append((first, second))
    return pairs
