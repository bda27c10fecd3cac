"""What the supply desk's screens let one type."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import FieldList, Form, FormField, HiddenField, IntegerField, StringField
from wtforms import TextAreaField as Text
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from sandbox.supply.services import PurchaseLineDraft

MOST_LINES = 200
MOST_UNITS = 100_000
_RANGE = f"Écrivez une quantité de 0 à {MOST_UNITS}."


class Units(IntegerField):
    """A whole number of units, with a French sentence when it is not."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number; raises ValueError with the sentence."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError("Écrivez un nombre entier, par exemple 12.") from error


class WantedForm(Form):
    """Units wanted of a product; blank means none."""

    product = HiddenField()
    quantity = Units("Quantité", [Optional(), NumberRange(0, MOST_UNITS, _RANGE)])


class PurchaseForm(FlaskForm):
    """A purchase order to one supplier."""

    needed_for = StringField("Pour quelle commande client ?", [Length(max=40)])
    lines = FieldList(FormField(WantedForm), max_entries=MOST_LINES)

    def drafts(self) -> list[PurchaseLineDraft]:
        """Lines that ask for something."""
        typed = (entry.form for entry in self.lines)
        return [
            PurchaseLineDraft(line.product.data or "", line.quantity.data)
            for line in typed
            if line.quantity.data
        ]


class CountedForm(Form):
    """Units of a product that are really there."""

    product = HiddenField()
    counted = Units(
        "Compté",
        [
            InputRequired("Comptez cet article : écrivez 0 s'il manque."),
            NumberRange(0, MOST_UNITS, _RANGE),
        ],
    )
    damaged = Units("Dont abîmé", [Optional(), NumberRange(0, MOST_UNITS, _RANGE)])


class ReceiptForm(FlaskForm):
    """A goods receipt."""

    lines = FieldList(FormField(CountedForm), max_entries=MOST_LINES)
    reserves = Text("Réserves", [Length(max=2000)])

    def counts(self) -> dict[str, int]:
        """Units counted by product reference."""
        typed = (entry.form for entry in self.lines)
        return {line.product.data or "": line.counted.data or 0 for line in typed}

    def spoilt(self) -> dict[str, int]:
        """Damaged units by product reference."""
        typed = (entry.form for entry in self.lines)
        return {line.product.data or "": line.damaged.data for line in typed if line.damaged.data}


def typed(form: PurchaseForm | ReceiptForm, name: str) -> dict[str, Any]:
    """The field of this name on each line, by product reference."""
    return {entry.form.product.data or "": entry.form[name] for entry in form.lines}
