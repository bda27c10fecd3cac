"""Templates with fields: a letter written once is filled from a customer and a document."""

import re
from collections.abc import Callable
from string import Formatter

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.setting import MessageTemplate, Setting
from sandbox.crm.models import Contact, Customer

# Fields that a template may name between braces.
MERGED = frozenset(
    {"contact", "client", "entreprise", "telephone", "courriel", "dossier"}
    | {"date", "montant", "echeance", "livraison"}
)
LEFT = re.compile(r"\[(" + "|".join(sorted(MERGED)) + r")\]")

Values = dict[str, str]
Source = Callable[[Session, int, str], Values]
_sources: dict[str, Source] = {}


def register_merge(prefix: str, read: Source) -> None:
    """Let ``read(session, run_id, reference)`` give the fields of documents of this prefix."""
    _sources[prefix] = read


def fields_named(text: str) -> set[str]:
    """Names between braces; raises ValueError when a brace is left open."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def merge_values(
    session: Session, run_id: int, setting: Setting, customer: Customer | None, about: str
) -> Values:
    """What is known for the fields of a template; what is not stays out."""
    company = setting.company
    known = {
        "entreprise": company.name,
        "telephone": company.phone,
        "courriel": company.email,
        "dossier": about,
    }
    if customer is not None:
        known |= {"client": customer.name, "contact": _contact(session, run_id, customer)}
    read = _sources.get(about.partition("-")[0])
    found = known | (read(session, run_id, about) if read and about else {})
    return {name: value for name, value in found.items() if value}


def _contact(session: Session, run_id: int, customer: Customer) -> str:
    name = session.scalar(
        select(Contact.name)
        .where(Contact.run_id == run_id, Contact.customer_id == customer.id)
        .order_by(Contact.id)
        .limit(1)
    )
    return name or customer.name


def fill(text: str, values: Values) -> str:
    """A text with its fields filled; one that nothing fills is left as « [montant] »."""
    missing = {name: f"[{name}]" for name in MERGED}
    try:
        return text.format_map(missing | values)
    except (KeyError, ValueError, IndexError, AttributeError):
        # Braces typed by hand that are no field of ours stay as they are.
        return _by_hand(text, missing | values)


def _by_hand(text: str, values: Values) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def filled(template: MessageTemplate, values: Values) -> tuple[str, str]:
    """Subject and body of a template, filled."""
    return fill(template.subject, values), fill(template.body, values)


def left_in(*texts: str) -> str:
    """The first field that nobody filled, blank when there is none."""
    found = LEFT.search(" ".join(texts))
    return found.group(1) if found else ""
