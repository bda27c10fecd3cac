"""What the screen of the segments shows."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.core.segments import SegmentRule
from sandbox.crm.segments import Segment, segments_of
from sandbox.filters import eur_short, plural

NAMED = 5


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment, its rule in words, the first names in it."""

    segment: Segment
    rule: str
    first: str


def segment_rows(session: Session, run: Run, rules: tuple[SegmentRule, ...]) -> list[SegmentRow]:
    """Every segment of the company, told."""
    found = segments_of(session, run, rules)
    return [SegmentRow(segment, in_words(segment.rule), _first(segment)) for segment in found]


def _first(segment: Segment) -> str:
    names = ", ".join(member.name for member in segment.members[:NAMED])
    return f"{names}…" if len(segment.members) > NAMED else names


def in_words(rule: SegmentRule) -> str:
    """A rule as the learner reads it: « professionnels, 10 000 € HT ou plus sur douze mois »."""
    said = []
    if rule.by_hand:
        said.append("choisis à la main")
    if rule.business is not None:
        said.append("professionnels" if rule.business else "particuliers")
    if rule.turnover_from is not None:
        said.append(f"{eur_short(rule.turnover_from)} HT ou plus sur douze mois")
    if rule.ordered_within is not None:
        said.append(f"une commande depuis {plural(rule.ordered_within, 'jour')} au plus")
    if rule.silent_for is not None:
        said.append(f"plus de commande depuis {plural(rule.silent_for, 'jour')}")
    return ", ".join(said)
