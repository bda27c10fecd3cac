"""Shapes of what is typed at the shipping and billing desks."""

from collections.abc import Sequence

from wtforms import BooleanField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length, Regexp

from sandbox.core.money import euros
from sandbox.core.units import Cents
from sandbox.crm.forms import FrenchForm
from sandbox.crm.models import Customer
from sandbox.erp.wording import CHANNELS, METHODS

_ID = r"^[0-9]{1,9}$"
_IDS = r"^[0-9]{1,9}(\+[0-9]{1,9})*$"


class CarrierForm(FrenchForm):
    """The carrier chosen."""

    carrier = StringField("Transporteur", [Regexp(_ID, message="Choisissez un transporteur.")])


class CreditNoteForm(FrenchForm):
    """Why an invoice is cancelled."""

    reason = TextAreaField("Motif", validators=[Length(max=500, message="500 signes au plus.")])
    anew = BooleanField("Préparer aussitôt la nouvelle facture")


class PaymentForm(FrenchForm):
    """Who paid, and how."""

    customer = SelectField(
        "Client",
        validators=[InputRequired("Choisissez un client.")],
        validate_choice=False,
    )
    method = SelectField("Mode de règlement", choices=dict(METHODS))

    def validate_customer(self, field: SelectField) -> None:
        """One of those who may pay us."""
        if field.data not in (field.choices or ()):
            raise ValidationError("Choisissez un client de la liste.")

    def offer(self, customers: Sequence[Customer]) -> "PaymentForm":
        """Let choose among these customers."""
        choices = {customer.reference: customer.name for customer in customers}
        self.customer.choices = {"": "Choisir un client…"} | choices
        return self


class ReconcileForm(FrenchForm):
    """Which invoices a payment settles; for one, how much: no amount is as much as possible."""

    invoice = StringField("Facture", [Regexp(_IDS, message="Choisissez une facture.")])
    amount = StringField("Montant à lettrer")

    def validate_amount(self, field: StringField) -> None:
        """An amount, if anything."""
        try:
            self.cents()
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if len(self.chosen()) > 1 and (field.data or "").strip():
            raise ValidationError("Un montant se saisit pour une seule facture : laissez vide.")

    def chosen(self) -> list[int]:
        """Ids of the invoices ticked."""
        return [int(each) for each in (self.invoice.data or "").split("+") if each.isdigit()]

    def cents(self) -> Cents | None:
        """The amount in cents; None when nothing was typed. Raises ValueError."""
        text = (self.amount.data or "").strip()
        return euros(text) if text else None


class ChannelForm(FrenchForm):
    """How a formal notice leaves."""

    channel = SelectField("Envoi", choices=dict(CHANNELS), default="registered")
