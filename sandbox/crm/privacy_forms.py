"""Shapes of what is typed about requests of people."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import DateField, SelectField, TextAreaField
from wtforms.validators import Length, Optional

from sandbox.crm.forms import FrenchForm
from sandbox.crm.models import Contact
from sandbox.crm.privacy import Right
from sandbox.crm.privacy_labels import ERASED, RIGHTS


class RequestForm(FrenchForm):
    """Somebody uses a right on their data."""

    contact = SelectField("Personne")
    right = SelectField("Demande", choices=RIGHTS)
    received_on = DateField("Reçue le", validators=[Optional()])

    def about(self, people: Sequence[Contact]) -> None:
        """Offer these people: whoever has left keeps their rights, until they are erased."""
        self.contact.choices = {
            str(person.id): person.name for person in people if person.name != ERASED
        }

    @property
    def person(self) -> int:
        """Row of the person chosen, once validated."""
        return int(self.contact.data or 0)

    def details(self, today: date) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "contact": self.person,
            "right": Right(self.right.data),
            "received_on": self.received_on.data or today,
        }


class ExtendForm(FrenchForm):
    """Why a request takes longer."""

    reason = TextAreaField("Pourquoi", validators=[Length(max=1000)])
