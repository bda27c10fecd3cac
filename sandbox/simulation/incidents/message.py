"""Kind « message »: somebody writes or rings, and nothing else changes in the company."""

from dataclasses import dataclass, field

from sandbox.core.context import Context
from sandbox.simulation.filling import Facts
from sandbox.simulation.incidents.kinds import Params, kind, told


@dataclass(frozen=True, kw_only=True)
class MessageParams(Params):
    """Who it is about, and what the text may name."""

    customer: str = field(default="", metadata=told("Client", of="customer"))
    supplier: str = field(default="", metadata=told("Fournisseur", of="supplier"))
    product: str = field(default="", metadata=told("Article", of="product"))
    about: str = field(
        default="", metadata=told("Document concerné", help_text="CDE-2026-000004, par exemple.")
    )
    quantity: int = field(default=0, metadata=told("Quantité"))
    date: str = field(default="", metadata=told("Date nommée dans le texte"))


@kind("message", "Message ou appel", MessageParams)
def strike(ctx: Context, params: MessageParams) -> Facts:
    """Nothing changes: the message says it all."""
    facts = {
        "customer": params.customer,
        "supplier": params.supplier,
        "product": params.product,
        "quantity": str(params.quantity or ""),
        "date": params.date,
    }
    return facts | ({"about": params.about} if params.about else {})


@dataclass(frozen=True, kw_only=True)
class EnquiryParams(Params):
    """Who asks for a price, of what, delivered where, and for when."""

    customer: str = field(metadata=told("Client étranger", of="customer"))
    product: str = field(metadata=told("Article", of="product"))
    quantity: int = field(default=10, metadata=told("Quantité"))
    incoterm: str = field(default="DAP", metadata=told("Incoterm demandé"))
    place: str = field(default="Rotterdam", metadata=told("Lieu nommé"))
    date: str = field(
        default="12/11",
        metadata=told("Date, telle qu'elle est écrite", help_text="Ambiguë exprès."),
    )


@kind("english_enquiry", "Demande de prix en anglais", EnquiryParams)
def enquire(ctx: Context, params: EnquiryParams) -> Facts:
    """A foreign customer asks for a quote, with an Incoterm and a date that reads two ways."""
    return {
        "customer": params.customer,
        "product": params.product,
        "quantity": str(params.quantity),
        "rate": f"{params.incoterm} {params.place}",
        "date": params.date,
    }


@dataclass(frozen=True, kw_only=True)
class AngryParams(Params):
    """Who rings, and about which document."""

    customer: str = field(metadata=told("Client", of="customer"))
    about: str = field(default="", metadata=told("Document concerné"))
    product: str = field(default="", metadata=told("Article en cause", of="product"))


@kind("angry_call", "Appel d'un client en colère", AngryParams)
def ring(ctx: Context, params: AngryParams) -> Facts:
    """The incident's file names the conversation."""
    return {"customer": params.customer, "about": params.about, "product": params.product}


@dataclass(frozen=True, kw_only=True)
class PhishingParams(Params):
    """What the trap speaks of."""

    about: str = field(
        default="", metadata=told("Document nommé", help_text="FA-2026-000003, par exemple.")
    )


@kind("phishing", "Hameçonnage", PhishingParams)
def lure(ctx: Context, params: PhishingParams) -> Facts:
    """A stranger wants a click; nothing else changes."""
    return {"about": params.about} if params.about else {}
