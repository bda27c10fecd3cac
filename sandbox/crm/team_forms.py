"""Shapes of what is typed to the services: a word in their channel, a hand-over note."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from sandbox.crm.forms import TOPIC_CHOICES, FrenchForm, written

_NEEDED = InputRequired("À remplir.")


class ChannelForm(FrenchForm):
    """A word in the channel of a service."""

    body = TextAreaField("Votre message", validators=[_NEEDED, Length(max=4000)])
    topic = SelectField("Sujet", choices=TOPIC_CHOICES, filters=[written])
    about = StringField("Dossier", validators=[Length(max=40)])

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {"body": self.body.data, "topic": self.topic.data, "about": self.about.data}


class HandoverForm(FrenchForm):
    """To whom the desk is handed over, and a word to them."""

    post = SelectField("À l’attention de", validators=[_NEEDED])
    note = TextAreaField("Ce qu’il faut savoir", validators=[Length(max=4000)])

    def details(self) -> dict[str, Any]:
        """Arguments of the use case, the cases left out."""
        return {"post": self.post.data, "note": self.note.data or ""}
