"""Shapes of what is typed about consents and requests of people."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from sandbox.crm.forms import FrenchForm
from sandbox.crm.models import Channel, Contact
from sandbox.crm.privacy import Basis, Right
from sandbox.crm.privacy_labels import BASES, RIGHTS

CHANNELS = {"email": "Courriel", "phone": "Téléphone", "letter": "Courrier"}


class _AboutForm(FrenchForm):
    """Something about one of a customer's people."""

    contact = SelectField("Personne")

    def about(self, people: Sequence[Contact]) -> None:
        """Offer these people."""
        self.contact.choices = {
            str(person.id): person.name for person in people if person.left_on is None
        }

    @property
    def person(self) -> int:
        """Row of the person chosen, once validated."""
        return int(self.contact.data or 0)


class RequestForm(_AboutForm):
    """Somebody uses a right on their data."""

    right = SelectField("Demande", choices=RIGHTS)
    received_on = DateField("Reçue le", validators=[Optional()])

    def details(self, today: date) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "contact": self.person,
            "right": Right(self.right.data),
            "received_on": self.received_on.data or today,
        }


class ConsentForm(_AboutForm):
    """Somebody may be prospected."""

    contact = SelectField("Personne", id="consent-contact")
    channel = SelectField("Canal", choices=CHANNELS)
    basis = SelectField("Fondement", choices=BASES)
    proof = StringField(
        "Preuve",
        validators=[Length(max=200)],
        description="Quand et comment : case cochée le…, bulletin du salon, courriel du…",
    )

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "contact": self.person,
            "channel": Channel(self.channel.data),
            "basis": Basis(self.basis.data),
            "proof": self.proof.data or "",
        }


class ExtendForm(FrenchForm):
    """Why a request takes longer."""

    reason = TextAreaField("Pourquoi", validators=[Length(max=1000)])
