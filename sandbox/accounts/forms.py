"""Forms of the door: shape and French messages only."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

_MISSING = "Ce champ est à remplir."


class SignInForm(FlaskForm):
    """Who are you."""

    login = StringField("Identifiant", [InputRequired(_MISSING), Length(max=80)])
    password = PasswordField(
        "Code d'accès ou mot de passe", [InputRequired(_MISSING), Length(max=200)]
    )
    next = HiddenField()


class PasswordForm(FlaskForm):
    """A new password, for oneself."""

    current = PasswordField(
        "Mot de passe ou code actuel", [InputRequired(_MISSING), Length(max=200)]
    )
    new = PasswordField(
        "Nouveau mot de passe",
        [InputRequired(_MISSING), Length(max=200)],
        description="Huit caractères au moins ; une phrase courte se retient bien.",
    )
