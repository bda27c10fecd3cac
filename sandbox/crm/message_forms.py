"""Shapes of what is written: an answer, a message of one's own, what the mailbox sorts."""

from datetime import date
from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from sandbox.core.calendar import PARIS
from sandbox.core.money import euros, parse_rate
from sandbox.crm.forms import CHANNEL_CHOICES, PROPOSAL_CHOICES, TOPIC_CHOICES, FrenchForm, written
from sandbox.crm.models import Channel
from sandbox.crm.offers import DATED, DISCOUNT, PLAN, VALUED, Offer, amount_of, read_offer

_CHANNELS = {code: Channel(code) for code in CHANNEL_CHOICES}
_NEEDED = InputRequired("À remplir.")


def proposed(proposal: str | None) -> dict[str, Any]:
    """A proposal as the fields of a form."""
    offer = read_offer(proposal)
    try:
        on = date.fromisoformat((proposal or "").partition(":")[2])
    except ValueError:
        on = None
    typed = amount_of(offer).removesuffix("€").removesuffix("fois").strip()
    return {"proposal": offer.kind, "proposal_on": on, "proposal_value": typed}


class Boxes(SelectMultipleField):
    """Several things to tick among those offered."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ReplyForm(FrenchForm):
    """An answer: what it says, what it proposes, who else gets it, what is joined to it."""

    subject = StringField("Objet", validators=[_NEEDED, Length(max=200)])
    body = TextAreaField("Votre message", validators=[Length(max=8000)])
    topic = SelectField("Sujet traité", choices=TOPIC_CHOICES, filters=[written])
    channel = SelectField("Par", choices=CHANNEL_CHOICES, default="email")
    proposal = SelectField("Proposition", choices=PROPOSAL_CHOICES, default="")
    proposal_on = DateField("Date proposée", validators=[Optional()])
    proposal_value = StringField("Chiffre proposé", validators=[Length(max=20)])
    copies = Boxes("Copie aux collègues", choices={})
    signed = BooleanField("Ajouter la signature de l’entreprise")
    receipt = BooleanField("Demander un accusé de lecture")

    def validate_proposal(self, field: SelectField) -> None:
        """Another date must be a date."""
        if field.data in DATED and self.proposal_on.data is None:
            raise ValidationError("Indiquez la date que vous proposez.")
        if field.data == DISCOUNT and not (self.proposal_value.data or "").strip():
            raise ValidationError("Indiquez la remise que vous proposez, en %.")

    def validate_proposal_value(self, field: StringField) -> None:
        """A rate, an amount or a number of instalments, as the proposal wants."""
        try:
            _value(self.proposal.data or "", field.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "channel": _CHANNELS.get(self.channel.data or "", Channel.EMAIL),
            "subject": self.subject.data or "",
            "body": self.body.data or "",
            "topic": self.topic.data,
            "proposal": self._proposal(),
            "copies": tuple(self.copies.data or ()),
            "signed": bool(self.signed.data),
            "receipt": bool(self.receipt.data),
        }

    def _proposal(self) -> str | None:
        code = self.proposal.data or None
        if code in DATED:
            return f"{code}:{self.proposal_on.data}" if self.proposal_on.data else None
        try:
            value = _value(code or "", self.proposal_value.data or "")
        except ValueError:
            value = None
        return Offer(code, value).code if code else None


def _value(kind: str, typed: str) -> int | None:
    """What was typed beside a proposal, in its unit; raises ValueError."""
    text = typed.strip()
    if kind not in VALUED or not text:
        return None
    if kind == DISCOUNT:
        return _bounded(parse_rate(text), 10_000, "Une remise va de 0 à 100 %.")
    if kind == PLAN:
        found = int(text) if text.isdecimal() and len(text) < 3 else 0
        return _bounded(found, 12, "Un règlement se fait en 1 à 12 fois.")
    return _bounded(euros(text), 10_000_000_00, "Indiquez un montant supérieur à zéro.")


def _bounded(value: int, most: int, otherwise: str) -> int:
    if not 0 < value <= most:
        raise ValueError(otherwise)
    return value


class MessageForm(ReplyForm):
    """A message of one's own."""

    to = SelectField("À", validators=[_NEEDED])
    about = StringField("Document concerné", validators=[Length(max=40)])
    copy_to = SelectField("Copie à un correspondant", default="")
    attachments = Boxes("Pièces du classement", choices={})
    template = HiddenField()

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        said = super().details()
        copies = (*said["copies"], self.copy_to.data or "")
        return said | {
            "to": self.to.data or "",
            "about": self.about.data,
            "copies": tuple(key for key in copies if key),
            "attachments": tuple(self.attachments.data or ()),
        }

    def used(self) -> dict[str, str]:
        """The template that the message was written from."""
        return {"template": self.template.data or ""}


class MailingForm(FrenchForm):
    """The same letter to several customers."""

    customers = Boxes("Clients", choices={})
    subject = StringField("Objet", validators=[_NEEDED, Length(max=200)])
    body = TextAreaField("Votre lettre", validators=[Length(max=8000)])
    topic = SelectField("Sujet traité", choices=TOPIC_CHOICES, filters=[written])
    template = HiddenField()

    def details(self) -> dict[str, Any]:
        """Arguments of the use case, the customers left out."""
        return {
            "subject": self.subject.data or "",
            "body": self.body.data or "",
            "topic": self.topic.data,
            "template": self.template.data or "",
        }


class SortForm(FrenchForm):
    """How a message is to be found again, and when one comes back to it."""

    labels = StringField("Étiquettes", validators=[Length(max=160)])
    at = DateTimeLocalField("Me le rappeler le", validators=[Optional()])

    def tags(self) -> tuple[str, ...]:
        """The labels typed, between commas."""
        return tuple(text.strip() for text in (self.labels.data or "").split(",") if text.strip())

    def hour(self) -> Any:
        """The hour typed is that of Paris; None when nothing was."""
        return self.at.data.replace(tzinfo=PARIS) if self.at.data else None
