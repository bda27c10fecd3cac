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


class JoinForm(FlaskForm):
    """A learner comes into a class by its code."""

    code = StringField(
        "Code de la classe",
        [InputRequired(_MISSING), Length(max=40)],
        description="Celui que le formateur a écrit au tableau.",
    )
    name = StringField("Prénom et nom", [InputRequired(_MISSING), Length(max=120)])
    login = StringField(
        "Identifiant",
        [InputRequired(_MISSING), Length(max=40)],
        description="Par exemple « awa.diallo » : il vous servira à revenir.",
    )
    new = PasswordField(
        "Mot de passe",
        [InputRequired(_MISSING), Length(max=200)],
        description="Huit caractères au moins ; une phrase courte se retient bien.",
    )
