"""Shapes of what is typed about a complaint."""

from typing import Any

from wtforms import (
    DateField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, Optional

from sandbox.core.complaints import ComplaintNature, Liability, Remedy
from sandbox.core.money import euros
from sandbox.core.units import Cents
from sandbox.crm.complaint_labels import ASKS, LIABILITIES, NATURES, REMEDIES
from sandbox.crm.forms import CHANNEL_CHOICES, FrenchForm
from sandbox.crm.message_forms import Boxes
from sandbox.crm.models import Channel

_NEEDED = InputRequired("À remplir.")


class ComplaintForm(FrenchForm):
    """Who complains of what, about which document, and asks for what."""

    customer = SelectField("Client", validators=[_NEEDED])
    nature = SelectField("Nature", choices=NATURES)
    about = StringField(
        "Document concerné", description="Par exemple FA-2026-000004.", validators=[Length(max=40)]
    )
    asks = SelectField("Le client demande", choices=ASKS)
    source = StringField(
        "Arrivée par", description="Le message ou l’appel ; rien si elle vient de la fiche."
    )
    text = TextAreaField("Ce que dit le client", validators=[Length(max=4000)])

    def details(self) -> dict[str, Any]:
        """Arguments of the use case, the customer left out."""
        return {
            "nature": ComplaintNature(self.nature.data),
            "asks": Remedy(self.asks.data),
            "about": self.about.data,
            "source": self.source.data,
            "text": self.text.data or "",
        }


class AcknowledgeForm(FrenchForm):
    """A word to the customer."""

    text = TextAreaField("Message au client", validators=[_NEEDED, Length(max=4000)])
    channel = SelectField("Par", choices=CHANNEL_CHOICES)

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {"text": self.text.data, "channel": Channel(self.channel.data)}


class QualifyForm(FrenchForm):
    """What it is, whose doing, since when."""

    nature = SelectField("Nature, vérifiée", choices=NATURES)
    liability = SelectField("De qui cela vient", choices=LIABILITIES)
    since = DateField(
        "Le délai court depuis le",
        validators=[Optional()],
        description="Jour de la livraison, ou de la facture.",
    )

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "nature": ComplaintNature(self.nature.data),
            "liability": Liability(self.liability.data),
            "since": self.since.data,
        }


class CheckForm(FrenchForm):
    """The papers that were read, and what they show."""

    documents = Boxes("Pièces lues", validate_choice=False, choices=[])
    other = StringField("Autre pièce", description="Bon de livraison, message… par sa référence.")
    finding = TextAreaField("Ce que les pièces montrent", validators=[_NEEDED, Length(max=4000)])

    def validate_other(self, field: StringField) -> None:
        """At least one paper."""
        if not self.papers():
            raise ValidationError("Cochez une pièce, ou donnez sa référence.")

    def papers(self) -> tuple[str, ...]:
        """References of the papers read."""
        other = (self.other.data or "").strip()
        return (*(self.documents.data or ()), *([other] if other else ()))

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {"documents": self.papers(), "finding": self.finding.data or ""}


class AnswerForm(FrenchForm):
    """The solution, its cost and its day, in words to the customer."""

    solution = SelectField("Solution", choices=REMEDIES)
    cost = StringField("Montant", description="En euros TTC, pour un avoir ou une remise.")
    announced_on = DateField("Fait au plus tard le", validators=[Optional()])
    channel = SelectField("Par", choices=CHANNEL_CHOICES)
    text = TextAreaField("Réponse au client", validators=[_NEEDED, Length(max=8000)])
    cents: Cents = 0

    def validate_cost(self, field: StringField) -> None:
        """An amount, if anything."""
        try:
            self.cents = euros(field.data or "") if (field.data or "").strip() else 0
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "solution": Remedy(self.solution.data),
            "cost": self.cents,
            "announced_on": self.announced_on.data,
            "channel": Channel(self.channel.data),
            "text": self.text.data or "",
        }


class SettleForm(FrenchForm):
    """The paper that proves what was announced."""

    proof = StringField(
        "Pièce qui prouve la solution", description="Avoir, bon de livraison, commande…"
    )

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {"proof": self.proof.data or ""}
