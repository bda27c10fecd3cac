"""Shapes of what is typed about the people and the places of a customer."""

from typing import Any

from wtforms import SelectField, StringField
from wtforms.validators import Length

from sandbox.crm.forms import FrenchForm
from sandbox.crm.people import Need, Role, SiteKind
from sandbox.crm.people_labels import LANGUAGES, NEEDS, ROLES, SITES

CHANNELS = {"": "Sans préférence", "email": "Courriel", "phone": "Téléphone", "letter": "Courrier"}


class ContactForm(FrenchForm):
    """Somebody at a customer's."""

    name = StringField("Nom", validators=[Length(max=120)])
    title = StringField("Fonction", validators=[Length(max=80)])
    role = SelectField("Pour nous", choices=ROLES, default=Role.BUYER)
    email = StringField("Courriel", validators=[Length(max=120)])
    phone = StringField("Téléphone", validators=[Length(max=30)])
    preferred_channel = SelectField("Préfère", choices=CHANNELS)
    language = SelectField("Langue", choices=LANGUAGES)
    need = SelectField(
        "Besoin d’aménagement",
        choices={need.value: text for need, text in NEEDS.items()},
        description="Ce qu’il faut faire, jamais pourquoi : la santé ne se note pas.",
    )

    def details(self) -> dict[str, Any]:
        """Arguments of the use cases."""
        texts = ("name", "title", "email", "phone")
        return {name: self[name].data or "" for name in texts} | {
            "role": Role(self.role.data),
            "preferred_channel": self.preferred_channel.data,
            "language": self.language.data,
            "need": Need(self.need.data),
        }


class SiteForm(FrenchForm):
    """Another address of a customer."""

    kind = SelectField("Sert à", choices=SITES)
    label = StringField("Nom du site", validators=[Length(max=80)])
    street = StringField("Rue", validators=[Length(max=120)])
    postcode = StringField("Code postal", validators=[Length(max=12)])
    town = StringField("Ville", validators=[Length(max=80)])

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        texts = ("label", "street", "postcode", "town")
        values = {name: self[name].data or "" for name in texts}
        return values | {"kind": SiteKind(self.kind.data)}
