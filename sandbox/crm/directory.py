"""Who can be written to: customers are known here, other rooms register their own books."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.crm.models import Message

FAMILIES = {
    "customer": "client",
    "supplier": "fournisseur",
    "carrier": "logistique",
    "bank": "banque",
    "provider": "prestataire",
    "receiver": "mandataire",
    "bailiff": "prestataire",
}

AddressBook = Callable[[Session, int], list[tuple[str, str]]]
_books: dict[str, AddressBook] = {}


def register_address_book(label: str, read: AddressBook) -> None:
    """Let ``read(session, run_id)`` give (key, name) pairs under a French heading."""
    _books[label] = read


def address_books(session: Session, run_id: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every registered book: heading, then (key, name) pairs."""
    return [(label, read(session, run_id)) for label, read in _books.items()]


def family_of(key: str) -> str | None:
    """Filter chip of somebody outside the company, None when the key is of nobody outside."""
    kind, _, reference = key.partition(":")
    return FAMILIES.get(kind) if reference or kind == "bank" else None


def name_of(session: Session, run_id: int, key: str) -> str:
    """Name of a correspondent who is not a customer: from the books, else as they signed."""
    for _, pairs in address_books(session, run_id):
        for known, name in pairs:
            if known == key:
                return name
    signed = session.scalar(
        select(Message.sender_name)
        .where(Message.run_id == run_id, Message.sender_key == key, Message.sender_name != "")
        .order_by(Message.id.desc())
        .limit(1)
    )
    return signed or key.partition(":")[2] or "Banque"
