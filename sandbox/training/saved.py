"""Filters that a person keeps by a name, list by list, in a run; no journal knows of them."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import ForeignKey, String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from sandbox.core.database import one_at_a_time
from sandbox.core.errors import DomainError, NotFound
from sandbox.core.listing import Listing
from sandbox.core.orm import Base

LONGEST = 40
LONGEST_QUERY = 500
MOST = 12
SORT, GROUPED_BY = "sort", "par"


class SavedFilter(Base):
    """What a list was asked for, as the query of its address, and what its owner calls it."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("run_id", "account_id", "listing", "label"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    listing: Mapped[str]
    label: Mapped[str] = mapped_column(String(LONGEST))
    query: Mapped[str] = mapped_column(String(LONGEST_QUERY))

    @property
    def asked(self) -> dict[str, str]:
        """The filters, the sort and the grouping that were kept."""
        return dict(parse_qsl(self.query))


class NamelessFilter(DomainError):
    """A filter is found again by its name."""

    message = "Donnez au filtre un nom de 1 à {longest} caractères."
    field = "label"


class FilterNameTaken(DomainError):
    """Two filters of a list would bear one name."""

    message = "Cette liste a déjà un filtre « {label} » : choisissez un autre nom."
    field = "label"


class NothingToKeep(DomainError):
    """The list shows everything in its usual order."""

    message = "Rien à garder : cherchez, filtrez, triez ou regroupez d'abord la liste."


class TooLongToKeep(DomainError):
    """The search is longer than what can be kept."""

    message = "Cette recherche est trop longue pour être gardée : raccourcissez-la."


class TooManyFilters(DomainError):
    """A row of names that nobody reads any more."""

    message = "Cette liste a déjà {most} filtres gardés : retirez-en un d'abord."


def understood(listing: Listing, asked: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """What a list still knows of a query, and the words of what it does not know any more."""
    kept: dict[str, str] = {}
    gone: list[str] = []
    for name, value in asked.items():
        if _known(listing, name, value):
            kept[name] = value
        else:
            gone.append(f"{name} = {value}")
    return kept, gone


def _known(listing: Listing, name: str, value: str) -> bool:
    if name == SORT:
        return value.removeprefix("-") in listing.sorts
    if name == GROUPED_BY:
        return value in listing.groupings
    return name in listing.asks and (not listing.asks[name] or value in listing.asks[name])


def saved_filters(session: Session, run_id: int, account_id: int, name: str) -> list[SavedFilter]:
    """What a person kept on a list of a run, in the order they kept it."""
    query = (
        select(SavedFilter)
        .where(SavedFilter.run_id == run_id)
        .where(SavedFilter.account_id == account_id, SavedFilter.listing == name)
        .order_by(SavedFilter.id)
    )
    return list(session.scalars(query))


def keep_filter(
    session: Session,
    run_id: int,
    account_id: int,
    listing: tuple[str, Listing],
    *,
    label: str,
    query: str,
) -> SavedFilter:
    """Keep a query of this list under a name; the caller commits.

    Raises NothingToKeep, TooLongToKeep, TooManyFilters, NamelessFilter, FilterNameTaken.
    """
    name, shown = listing
    asked, _ = understood(shown, dict(parse_qsl(query)))
    if not asked:
        raise NothingToKeep
    written = urlencode(asked)
    if len(written) > LONGEST_QUERY:
        raise TooLongToKeep
    one_at_a_time(session, f"filters of {account_id} in {run_id}")
    others = saved_filters(session, run_id, account_id, name)
    if len(others) >= MOST:
        raise TooManyFilters(most=MOST)
    kept = SavedFilter(
        run_id=run_id,
        account_id=account_id,
        listing=name,
        label=_free_label(label, others),
        query=written,
    )
    session.add(kept)
    return kept


def _free_label(label: str, others: Sequence[SavedFilter]) -> str:
    words = " ".join(label.split())
    if not 1 <= len(words) <= LONGEST:
        raise NamelessFilter(longest=LONGEST)
    if words.casefold() in {other.label.casefold() for other in others}:
        raise FilterNameTaken(label=words)
    return words


def rename_filter(session: Session, kept: SavedFilter, label: str) -> None:
    """Call it something else; raises NamelessFilter or FilterNameTaken; the caller commits."""
    one_at_a_time(session, f"filters of {kept.account_id} in {kept.run_id}")
    others = saved_filters(session, kept.run_id, kept.account_id, kept.listing)
    kept.label = _free_label(label, [other for other in others if other.id != kept.id])


def own_filter(session: Session, run_id: int, account_id: int, filter_id: int) -> SavedFilter:
    """A filter that this very person kept in this run; raises NotFound."""
    found = session.get(SavedFilter, filter_id)
    if found is None or (found.run_id, found.account_id) != (run_id, account_id):
        raise NotFound(kind="Filtre gardé", reference=filter_id)
    return found


def hand_over_filters(session: Session, old_run_id: int, new_run_id: int) -> None:
    """What was kept in a run goes on in the one that takes over; the caller commits."""
    session.execute(
        update(SavedFilter).where(SavedFilter.run_id == old_run_id).values(run_id=new_run_id)
    )
