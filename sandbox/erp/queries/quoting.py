"""Quotes beside other quotes: the versions of one offer."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

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
