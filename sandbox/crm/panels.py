"""What other rooms show on a customer's record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sandbox.core.units import Cents


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One document of a customer; ``endpoint`` and ``row_id`` lead to it, ``gross`` in cents."""

    reference: str
    on: date
    status: str
    kind: str
    gross: Cents
    endpoint: str
    row_id: int


@dataclass(frozen=True, slots=True)
class PanelData:
    """A heading, an icon, and the documents under it, latest first."""

    title: str
    icon: str
    rows: tuple[PanelRow, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning at the top of a customer's record, and the screen that says more."""

    title: str
    text: str
    endpoint: str
    row_id: int


Panel = Callable[[Session, int, int], PanelData]
Notices = Callable[[Session, int, int], list[Notice]]
_panels: dict[str, Panel] = {}
_notices: dict[str, Notices] = {}


def register_panel(name: str, read: Panel) -> None:
    """Show what ``read(session, run_id, customer_id)`` gives on every customer's record."""
    _panels[name] = read


def panels_of(session: Session, run_id: int, customer_id: int) -> list[PanelData]:
    """The panels of a customer, in the order in which rooms registered them."""
    return [read(session, run_id, customer_id) for read in _panels.values()]


def register_notices(name: str, read: Notices) -> None:
    """Show what ``read(session, run_id, customer_id)`` warns of on every customer's record."""
    _notices[name] = read


def notices_of(session: Session, run_id: int, customer_id: int) -> list[Notice]:
    """What is warned of about a customer, in the order in which rooms registered it."""
    return [notice for read in _notices.values() for notice in read(session, run_id, customer_id)]
