"""The chain of an affair on the screen: what there is, where one is, what is still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from sandbox.core.setting import Setting
from sandbox.erp.models import Invoice
from sandbox.erp.queries.chain import Document, Link, chain_of

# Kind, what it is called, and whether the road is shown without it.
_ROAD = (
    ("quote", "Devis", False),
    ("order", "Commande", True),
    ("delivery", "Livraison", True),
    ("invoice", "Facture", True),
    ("credit", "Avoir", False),
    ("dunning", "Relance", False),
    ("payment", "Règlement", True),
)
_SCREENS = {
    "quote": (".quote", "quote_id"),
    "order": (".order", "order_id"),
    "delivery": (".delivery", "delivery_id"),
    "invoice": (".invoice", "invoice_id"),
    "dunning": (".invoice", "invoice_id"),
}
_LIST = {"credit": ".credit_notes", "payment": ".payments"}


@dataclass(frozen=True)
class Stage:
    """A step of the road: its documents (words, address; none for the one on the screen)."""

    label: str
    state: str
    documents: tuple[tuple[str, str], ...]


def chain(
    session: Session, setting: Setting, document: Document, links: Sequence[Link] | None = None
) -> list[Stage]:
    """The road of the affair of a document, seen from it; ``links`` when they are known."""
    if links is None:
        links = chain_of(session, document)
    words = {str(step.level): step.label for step in setting.procedures.dunning.steps}
    stages = []
    for kind, label, always in _ROAD:
        those = [link for link in links if link.kind == kind]
        if those or always:
            stages.append(_stage(label, document, those, words))
    return stages


def _stage(label: str, here: Document, links: Sequence[Link], steps: dict[str, str]) -> Stage:
    shown = tuple(
        (steps.get(link.said, link.said), "" if _is_on(here, link) else _address(link))
        for link in links
    )
    is_here = any(link.said == here.reference for link in links)
    return Stage(label, "here" if is_here else "done" if links else "todo", shown)


def _is_on(here: Document, link: Link) -> bool:
    """Whether a link would lead to the screen that one is on: reminders are told on the invoice."""
    told = link.kind == "dunning" and isinstance(here, Invoice) and link.id == here.id
    return told or link.said == here.reference


def _address(link: Link) -> str:
    if link.kind in _LIST:
        return url_for(_LIST[link.kind], q=link.said)
    endpoint, argument = _SCREENS[link.kind]
    values: dict[str, Any] = {argument: link.id}
    return url_for(endpoint, **values)
