"""Customers and messages."""

import factory

from sandbox.core.calendar import paris
from sandbox.core.identifiers import make_siren
from sandbox.crm.models import Customer, Message
from tests.factories import InRunFactory


class CustomerFactory(InRunFactory):
    """A business known for a while, its record incomplete."""

    class Meta:
        model = Customer

    reference = factory.Sequence(lambda n: f"CLI-{1000 + n}")
    name = factory.Sequence(lambda n: f"Maison Sureau {n}")
    siren = factory.Sequence(lambda n: make_siren(f"{200000 + n:08d}"))
    town = "Nantes"


class MessageFactory(InRunFactory):
    """An enquiry by mail, not read yet."""

    class Meta:
        model = Message

    reference = factory.Sequence(lambda n: f"MSG-9{n:05d}")
    at = paris(2026, 11, 2, 8, 20)
    topic = "enquiry"
    family = "client"
    sender_key = "customer:CLI-0001"
    sender_name = "Camille Moreau"
    subject = "Quatre bureaux"
    body = "Bonjour, pouvez-vous nous chiffrer quatre bureaux ?"
