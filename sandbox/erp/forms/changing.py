"""What is typed to change an order, or to cancel it."""

from flask import request
from wtforms import DateField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from sandbox.crm.forms import FrenchForm
from sandbox.erp.errors.changing import WrongUnits
from sandbox.erp.labels import CANCELLATION
from sandbox.erp.models import Order, OrderLine


class CancelForm(FrenchForm):
    """On what an order is cancelled, and why."""

    ground = SelectField(
        "Sur quelle base", choices=CANCELLATION, validators=[InputRequired("Choisissez.")]
    )
    reason = TextAreaField("Motif", validators=[Length(max=1000)])


class ChangeForm(FrenchForm):
    """Units of each line of an order, by its position, and the date promised."""

    promised_on = DateField("Date promise", validators=[Optional()])

    def quantities(self, order: Order) -> dict[int, int]:
        """What was typed for each line; raises WrongUnits."""
        return {line.position: self._units(line) for line in order.lines}

    def _units(self, line: OrderLine) -> int:
        typed = (request.form.get(f"quantity-{line.position}") or "").strip()
        if not typed:
            return line.quantity
        if not typed.isdecimal() or len(typed) > 6:
            raise WrongUnits(line=line.position)
        return int(typed)
