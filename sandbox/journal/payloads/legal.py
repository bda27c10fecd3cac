"""Verb of legal information: a page of a specialised body is read."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class LegalPageConsulted(Payload, verb="legal_page.consulted"):
    """A page of legal information was opened: its code, and the body that writes it."""

    page: str
    body: str
