"""Shapes of what is typed in the mailbox and in the customers' records."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.meta import DefaultMeta
from wtforms.validators import InputRequired, Length, Optional

from sandbox.core.calendar import PARIS
from sandbox.core.errors import DomainError
from sandbox.core.money import euros
from sandbox.core.terms import PaymentTerm, label
from sandbox.core.units import Cents
from sandbox.crm.labels import COUNTRIES, TASK_KINDS, TOPICS, WRITTEN
from sandbox.crm.offers import NAMES
from sandbox.crm.tasks import TaskKind

TOPIC_CHOICES = {topic: TOPICS[topic] for topic in WRITTEN}
CHANNEL_CHOICES = {
    "email": "Courriel",
    "phone": "Appel téléphonique",
    "letter": "Courrier",
    "registered": "Lettre recommandée",
}
PROPOSAL_CHOICES = {"": "Aucune"} | NAMES
CALL_TOPICS = TOPIC_CHOICES | {"dunning": TOPICS["dunning"], "purchase": TOPICS["purchase"]}
_NEEDED = InputRequired("À remplir.")


def written(topic: str | None) -> str:
    """A topic of a scenario's own is written about as any other."""
    return topic if topic in WRITTEN else "other"


@contextmanager
def beside(form: FlaskForm) -> Iterator[None]:
    """Show a refusal beside the field that it concerns; let the others go through."""
    try:
        yield
    except DomainError as error:
        if error.field is None or error.field not in form:
            raise
        form[error.field].errors = [str(error)]


class FrenchForm(FlaskForm):
    """A form whose own messages are French too."""

    class Meta(FlaskForm.Meta):
        locales = ("fr",)

        def get_translations(self, form: FlaskForm) -> Any:
            """Messages of the library in French, without any package for it."""
            return DefaultMeta.get_translations(self, form)


class CallForm(FrenchForm):
    """Whom to ring, and about what."""

    to = SelectField("Appeler", validators=[_NEEDED])
    topic = SelectField("Au sujet de", choices=CALL_TOPICS, default="other")
    about = StringField("Document concerné", validators=[Length(max=40)])

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {"to": self.to.data, "topic": self.topic.data, "about": self.about.data}


class AlertForm(FrenchForm):
    """Telling a colleague."""

    post = SelectField("Collègue", validators=[_NEEDED])
    topic = SelectField("Sujet", choices=TOPIC_CHOICES, filters=[written])
    customer = SelectField("Client concerné")
    about = StringField("Document concerné", validators=[Length(max=40)])
    stake = StringField("Enjeu en euros")
    body = TextAreaField("Ce qu’il faut savoir", validators=[Length(max=8000)])
    cents: Cents | None = None

    def validate_stake(self, field: StringField) -> None:
        """An amount, if anything."""
        try:
            self.cents = euros(field.data or "") if (field.data or "").strip() else None
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def details(self) -> dict[str, Any]:
        """Arguments of the use case, the customer left out."""
        return {
            "post": self.post.data,
            "topic": self.topic.data,
            "body": self.body.data,
            "about": self.about.data,
            "stake": self.cents,
        }


class TaskForm(FrenchForm):
    """Something to do: what, who, by when, about whom or what."""

    text = StringField("À faire", validators=[_NEEDED, Length(max=300)])
    kind = SelectField("Nature", choices=TASK_KINDS, default=TaskKind.TO_DO)
    post = SelectField("Pour")
    due_at = DateTimeLocalField("Avant le", validators=[_NEEDED])
    customer = SelectField("Client concerné")
    about = StringField("Document concerné", validators=[Length(max=40)])

    def details(self) -> dict[str, Any]:
        """Arguments of the use case, the customer left out; the hour typed is that of Paris."""
        hour = self.due_at.data
        return {
            "text": self.text.data,
            "kind": TaskKind(self.kind.data),
            "post": self.post.data,
            "due_at": hour.replace(tzinfo=PARIS) if hour else None,
            "about": self.about.data,
        }


class CustomerForm(FrenchForm):
    """A customer's record."""

    business = RadioField(
        "Type",
        choices={"1": "Professionnel", "0": "Particulier"},
        coerce=lambda value: "1" if value in (True, "1") else "0",
        default="1",
    )
    name = StringField("Nom ou raison sociale", validators=[Length(max=120)])
    siren = StringField("SIREN", description="Neuf chiffres.")
    siret = StringField("SIRET", description="Quatorze chiffres, dont le SIREN.")
    vat_number = StringField("N° de TVA intracommunautaire")
    platform_address = StringField(
        "Adresse de facturation électronique", description="Souvent le SIREN, ou le SIRET."
    )
    street = StringField("Rue", validators=[Length(max=120)])
    postcode = StringField("Code postal", validators=[Length(max=12)])
    town = StringField("Ville", validators=[Length(max=80)])
    country = SelectField("Pays", choices=COUNTRIES, default="FR")
    delivery_street = StringField("Rue", validators=[Length(max=120)])
    delivery_postcode = StringField("Code postal", validators=[Length(max=12)])
    delivery_town = StringField("Ville", validators=[Length(max=80)])
    email = StringField("Courriel", validators=[Length(max=120)])
    phone = StringField("Téléphone", validators=[Length(max=30)])
    terms = SelectField(
        "Conditions de règlement",
        choices={term.value: label(term)[0].upper() + label(term)[1:] for term in PaymentTerm},
        default="net_30",
    )
    monthly_invoice = BooleanField(
        "Facture périodique",
        description="Une facture par mois pour tout ce qui est parti, au lieu d’une par livraison.",
    )
    last_contact_on = DateField(
        "Dernier contact venu du prospect",
        validators=[Optional()],
        description="Pour qui n’a jamais commandé : trois ans après, ses données s’effacent.",
    )
    note = TextAreaField(
        "Note interne", description="Des faits utiles, écrits comme si le client les lisait."
    )

    def validate_email(self, field: StringField) -> None:
        """An address has a name, a sign and a place."""
        before, _, after = (field.data or "").strip().rpartition("@")
        if field.data and not (before and "." in after):
            raise ValidationError("Une adresse comme contact@entreprise.fr est attendue.")

    def details(self) -> dict[str, Any]:
        """Arguments of the use cases."""
        values = {f.name: f.data or "" for f in self if f.type != "CSRFTokenField"}
        dated = {"last_contact_on": self.last_contact_on.data}
        chosen = {
            "business": self.business.data == "1",
            "monthly_invoice": bool(self.monthly_invoice.data),
        }
        return values | chosen | dated
