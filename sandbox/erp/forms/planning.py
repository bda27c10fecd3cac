"""Shapes of what is typed to spread a debt over time."""

from collections.abc import Sequence

from wtforms import DateField, IntegerField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange

from sandbox.crm.forms import FrenchForm
from sandbox.erp.models import Invoice
from sandbox.erp.models.plan import MOST_INSTALMENTS

_COUNT = f"Écrivez un nombre de 2 à {MOST_INSTALMENTS}."


class PlanForm(FrenchForm):
    """Which invoices, in how many payments, from which day."""

    invoices = SelectMultipleField("Factures comprises", validate_choice=False)
    count = IntegerField(
        "Nombre de versements",
        [InputRequired(_COUNT), NumberRange(2, MOST_INSTALMENTS, _COUNT)],
        default=2,
    )
    first_on = DateField(
        "Premier versement", [InputRequired("Donnez la date du premier versement.")]
    )

    def chosen(self, owed: Sequence[Invoice]) -> list[Invoice]:
        """The invoices ticked, among those that are owed."""
        ticked = set(self.invoices.data or ())
        return [invoice for invoice in owed if str(invoice.id) in ticked]
