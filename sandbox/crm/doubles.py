"""Records that may be of one and the same customer, and companies of one group."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sandbox.crm.models import Customer

# Words that say what kind of firm it is, not which one.
COMMON = frozenset({"sarl", "sas", "sasu", "eurl", "sa", "snc", "sci", "scop", "ets"})
COMMON |= {"societe", "groupe", "cabinet", "agence", "atelier", "studio", "maison", "mairie"}
COMMON |= {"et", "de", "du", "des", "la", "le", "les", "aux"}
# Mail addresses that anybody may have: they bring nobody together.
ANYBODYS = frozenset({"gmail", "orange", "free", "laposte", "outlook", "hotmail", "yahoo", "sfr"})
NEAR = 0.86
PHONE_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Double:
    """Two records that look alike, and why: French words."""

    first: Customer
    second: Customer
    reasons: tuple[str, ...]


def doubles(session: Session, run_id: int, customer_id: int | None = None) -> list[Double]:
    """Pairs of records that look alike, surest first; those of one customer if it is named."""
    everybody = session.scalars(
        select(Customer)
        .where(Customer.run_id == run_id, Customer.merged_into_id.is_(None))
        .order_by(Customer.id)
    ).all()
    pairs = [
        (one, other)
        for one, other in _candidates(everybody)
        if customer_id in (None, one.id, other.id)
    ]
    found = [Double(one, other, reasons_of(one, other)) for one, other in pairs]
    kept = (double for double in found if double.reasons)
    return sorted(kept, key=lambda double: (-len(double.reasons), double.first.id))


def _candidates(everybody: Sequence[Customer]) -> Iterator[tuple[Customer, Customer]]:
    """Pairs that share something worth comparing: a number, a word of the name, a domain."""
    sharing: dict[str, list[Customer]] = defaultdict(list)
    for customer in everybody:
        for key in keys_of(customer):
            sharing[key].append(customer)
    seen = {(a.id, b.id): (a, b) for group in sharing.values() for a, b in combinations(group, 2)}
    yield from (seen[pair] for pair in sorted(seen))


def keys_of(customer: Customer) -> set[str]:
    keys = {f"name:{word}" for word in _words(customer.name)}
    numbers = {"siren": customer.siren, "mail": domain(customer.email), "tel": _digits(customer)}
    return keys | {f"{kind}:{value}" for kind, value in numbers.items() if value}


def reasons_of(one: Customer, other: Customer) -> tuple[str, ...]:
    """Why two records may be of one customer: French words, none if nothing says so."""
    reasons = []
    if one.siren and one.siren == other.siren:
        reasons.append("même SIREN")
    if likeness(one.name, other.name) >= NEAR:
        reasons.append("noms très proches")
    if domain(one.email) and domain(one.email) == domain(other.email):
        reasons.append("même domaine de courriel")
    if _digits(one) and _digits(one) == _digits(other):
        reasons.append("même téléphone")
    return tuple(reasons)


def likeness(one: str, other: str) -> float:
    """How much two names look alike, from 0 to 1, accents and kinds of firm left out."""
    first, second = (" ".join(sorted(_words(name))) for name in (one, other))
    return SequenceMatcher(None, first, second).ratio() if first and second else 0.0


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return {word for word in re.findall(r"[a-z0-9]+", plain) if word not in COMMON}


def domain(email: str) -> str:
    """The firm behind an address, or nothing when anybody may have such an address."""
    after = email.strip().lower().rpartition("@")[2]
    return "" if after.partition(".")[0] in ANYBODYS else after


def _digits(customer: Customer) -> str:
    digits = re.sub(r"\D", "", customer.phone)
    return digits[-PHONE_DIGITS:] if len(digits) >= PHONE_DIGITS else ""


def group_of(session: Session, run_id: int, customer: Customer) -> Sequence[Customer]:
    """The parent company and its subsidiaries, this one among them; alone when of no group."""
    head = customer.parent_id or customer.id
    return session.scalars(
        select(Customer)
        .where(Customer.run_id == run_id, or_(Customer.id == head, Customer.parent_id == head))
        .order_by(Customer.parent_id.is_not(None), Customer.id)
    ).all()


def merged_into(session: Session, run_id: int, customer_id: int) -> Sequence[Customer]:
    """Records that were merged into this one."""
    kept = (Customer.run_id == run_id, Customer.merged_into_id == customer_id)
    return session.scalars(select(Customer).where(*kept).order_by(Customer.id)).all()
