"""Shapes of what is typed to take a part of an invoice back."""

from typing import Any

from wtforms import (
    FieldList,
    Form,
    FormField,
    HiddenField,
    SelectField,
    StringField,
    ValidationError,
)
from wtforms import TextAreaField as Text
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp

from sandbox.core.money import euros
from sandbox.core.units import Cents
from sandbox.crm.forms import FrenchForm
from sandbox.erp.labels import CREDIT_KIND
from sandbox.erp.models import CreditKind, CreditLineDraft, Invoice
from sandbox.supply.forms import MOST_LINES, MOST_UNITS, Units

BY_HAND = (CreditKind.RETURN, CreditKind.PRICE, CreditKind.GOODWILL)
_ID = r"^[0-9]{1,9}$"


class CreditedForm(Form):
    """What is taken back of one line: units, or an amount net of tax; blank means nothing."""

    position = HiddenField(validators=[Regexp(_ID, message="Cette ligne n'existe pas.")])
    units = Units(
        "Unités reprises",
        [Optional(), NumberRange(0, MOST_UNITS, f"Écrivez une quantité de 0 à {MOST_UNITS}.")],
    )
    amount = StringField("Montant HT repris")

    def validate_amount(self, field: StringField) -> None:
        """An amount, if anything."""
        try:
            self.cents()
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def cents(self) -> Cents:
        """The amount in cents; nothing typed is zero. Raises ValueError."""
        text = (self.amount.data or "").strip()
        return euros(text) if text else 0


class CreditPartForm(FrenchForm):
    """A credit note on a part of an invoice."""

    kind = SelectField("Pourquoi", choices={kind.value: CREDIT_KIND[kind] for kind in BY_HAND})
    reason = Text(
        "Motif, tel qu'il figurera sur l'avoir",
        [InputRequired("Donnez le motif de l'avoir."), Length(max=500, message="500 signes.")],
    )
    lines = FieldList(FormField(CreditedForm), max_entries=MOST_LINES)

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "kind": CreditKind(self.kind.data),
            "lines": self.drafts(),
            "reason": self.reason.data or "",
        }

    def drafts(self) -> list[CreditLineDraft]:
        """Lines of which something is taken back."""
        typed = [entry.form for entry in self.lines]
        return [
            CreditLineDraft(int(line.position.data or 0), line.units.data or 0, line.cents())
            for line in typed
            if line.units.data or line.cents()
        ]


class UseCreditForm(FrenchForm):
    """The invoice that a credit note settles in part; no amount is as much as possible."""

    invoice = StringField("Facture", [Regexp(_ID, message="Choisissez une facture.")])


def begun(invoice: Invoice) -> CreditPartForm:
    """A blank form with the lines of the goods of an invoice."""
    goods = [{"position": line.position} for line in invoice.lines if not line.packaging]
    return CreditPartForm(formdata=None, lines=goods)
