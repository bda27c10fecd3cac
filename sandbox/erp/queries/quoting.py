"""Quotes beside other quotes: the versions of one offer, and what became of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from sandbox.core.money import rate_of
from sandbox.core.units import Cents, Rate
from sandbox.erp.models import Quote, QuoteStatus


def _of_family(run_id: int, family: int) -> tuple[ColumnElement[bool], ...]:
    return Quote.run_id == run_id, or_(Quote.id == family, Quote.origin_id == family)


def version_before(session: Session, quote: Quote) -> Quote | None:
    """The version that a quote takes the place of; None for the first."""
    if quote.origin_id is None:
        return None
    wanted = select(Quote).where(*_of_family(quote.run_id, quote.family))
    return session.scalar(wanted.where(Quote.version == quote.version - 1))


def draft_version(session: Session, quote: Quote) -> Quote | None:
    """The next version being drawn up, if there is one."""
    wanted = select(Quote).where(*_of_family(quote.run_id, quote.family))
    return session.scalar(wanted.where(Quote.status == QuoteStatus.DRAFT))


def versions_of(session: Session, quote: Quote) -> Sequence[Quote]:
    """Every version of an offer, the first first, lines loaded."""
    wanted = select(Quote).where(*_of_family(quote.run_id, quote.family))
    return session.scalars(wanted.options(*Quote.full()).order_by(Quote.version)).unique().all()


def how_many_versions(session: Session, quote: Quote) -> int:
    """Versions of an offer so far, drafts too."""
    wanted = select(func.count(Quote.id)).where(*_of_family(quote.run_id, quote.family))
    return session.scalar(wanted) or 0


@dataclass(frozen=True)
class Tally:
    """Quotes alike: how many, and what they come to net of tax, in cents."""

    key: str
    count: int
    net: Cents


@dataclass(frozen=True)
class Outcomes:
    """Quotes by state, and refused ones by reason."""

    states: tuple[Tally, ...]
    refusals: tuple[Tally, ...]

    def of(self, *states: QuoteStatus) -> Tally:
        """Quotes in one of these states."""
        found = [tally for tally in self.states if tally.key in states]
        counted = sum(tally.count for tally in found)
        return Tally("", counted, sum(tally.net for tally in found))

    @property
    def transformation(self) -> tuple[Rate, Rate]:
        """Accepted among those that have their answer, in number and in amount.

        Quotes that wait, and versions that another replaced, are no answer.
        """
        won, ended = self.of(QuoteStatus.ACCEPTED), self.of(*ENDED)
        return rate_of(won.count, ended.count), rate_of(won.net, ended.net)


ENDED = (QuoteStatus.ACCEPTED, QuoteStatus.DECLINED, QuoteStatus.EXPIRED)


def outcomes(session: Session, run_id: int) -> Outcomes:
    """What became of the quotes of a run."""
    return Outcomes(
        states=_tallies(session, Quote.status, Quote.run_id == run_id),
        refusals=_tallies(
            session,
            Quote.refusal,
            Quote.run_id == run_id,
            Quote.status == QuoteStatus.DECLINED,
        ),
    )


def _tallies(
    session: Session, by: InstrumentedAttribute[str], *where: ColumnElement[bool]
) -> tuple[Tally, ...]:
    count = func.count(Quote.id)
    rows = session.execute(
        select(by, count, func.sum(Quote.net)).where(*where).group_by(by).order_by(count.desc(), by)
    )
    return tuple(Tally(key, number, int(net)) for key, number, net in rows)
