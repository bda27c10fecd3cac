"""Shape of what is typed to invoice a sum in advance."""

from wtforms import StringField, ValidationError

from sandbox.core.money import euros
from sandbox.core.units import Cents
from sandbox.crm.forms import FrenchForm


class DepositForm(FrenchForm):
    """How much, VAT included."""

    amount = StringField("Montant TTC à facturer")

    def validate_amount(self, field: StringField) -> None:
        """An amount that can be read."""
        try:
            self.cents()
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def cents(self) -> Cents:
        """The amount in cents; raises ValueError."""
        return euros(self.amount.data or "")
