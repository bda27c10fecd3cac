"""Shapes of the terms that a quote states besides its lines."""

from wtforms import Form, IntegerField, SelectField, StringField, ValidationError
from wtforms.validators import NumberRange, Optional

from sandbox.core.incoterms import INCOTERMS
from sandbox.core.money import WHOLE, euros, parse_rate
from sandbox.core.units import Cents, Rate
from sandbox.erp.labels import DEPOSIT
from sandbox.erp.models import DepositKind, OfferTerms

_UNSAID = "Précisez l'unité : « 30 % » ou « 500 € »."


def read_deposit(text: str) -> tuple[Rate, Cents]:
    """« 30 % » as a rate, « 500 € » as cents, one of the two; nothing typed is neither.

    Raises ValueError with a French sentence.
    """
    typed = text.strip()
    if not typed:
        return 0, 0
    if typed.endswith("%"):
        return parse_rate(typed), 0
    if typed.endswith("€"):
        return 0, euros(typed)
    raise ValueError(_UNSAID)


def _rate(text: str | None) -> Rate:
    typed = (text or "").strip()
    return parse_rate(typed) if typed else 0


class TermsFields(Form):
    """A sum asked in advance, an escompte, an incoterm."""

    deposit_kind = SelectField("Somme demandée d’avance", choices=DEPOSIT, validate_choice=False)
    deposit = StringField("Combien", description="« 30 % » du total TTC, ou « 500 € ».")
    early_payment = StringField("Escompte", description="En %, pour un paiement anticipé.")
    early_payment_days = IntegerField(
        "Payé sous (jours)", validators=[Optional(), NumberRange(1, 60, "De 1 à 60 jours.")]
    )
    incoterm = SelectField(
        "Incoterm",
        choices={"": "Aucun", **{code: code for code in INCOTERMS}},
        validate_choice=False,
    )
    overall_discount = StringField(
        "Remise globale %", description="Sur chaque ligne, après sa remise ; jamais sur l’éco."
    )
    incoterm_place = StringField("Lieu convenu", description="Toujours écrit après l’incoterm.")

    def validate_deposit(self, field: StringField) -> None:
        """A sum with its unit, and what it is: acompte or arrhes."""
        try:
            asked = any(read_deposit(field.data or ""))
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if asked != bool(self.deposit_kind.data):
            raise ValidationError("Indiquez la somme et dites si ce sont des arrhes ou un acompte.")

    def validate_overall_discount(self, field: StringField) -> None:
        """A rate below 100 %."""
        try:
            rate = _rate(field.data)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if rate >= WHOLE:
            raise ValidationError("Moins de 100 %.")

    def stated_overall(self) -> Rate:
        """The discount on the whole document when one can be read."""
        try:
            rate = _rate(self.overall_discount.data)
        except ValueError:
            return 0
        return rate if rate < WHOLE else 0

    def validate_early_payment(self, field: StringField) -> None:
        """A rate below 100 %, with the days that earn it."""
        try:
            rate = _rate(field.data)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if bool(rate) != bool(self.early_payment_days.data):
            raise ValidationError("Indiquez le taux et le délai qui y donne droit, en jours.")

    def offer_terms(self) -> OfferTerms:
        """The terms typed, the form being valid."""
        rate, amount = read_deposit(self.deposit.data or "")
        return OfferTerms(
            deposit_kind=DepositKind(self.deposit_kind.data or ""),
            deposit_rate=rate,
            deposit_amount=amount,
            early_payment=_rate(self.early_payment.data),
            early_payment_days=self.early_payment_days.data or 0,
            incoterm=self.incoterm.data or "",
            incoterm_place=(self.incoterm_place.data or "").strip(),
            overall_discount=self.stated_overall(),
        )
