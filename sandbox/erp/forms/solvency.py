"""Shape of the conclusion of a solvency file."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from sandbox.core.money import euros, parse_rate
from sandbox.core.units import Cents, Rate
from sandbox.crm.forms import FrenchForm
from sandbox.erp.labels import DECISION
from sandbox.erp.models.solvency import CreditDecision


class ConclusionForm(FrenchForm):
    """What is proposed, and why."""

    decision = SelectField(
        "Conclusion",
        choices={"": "Choisissez", **DECISION},
        validators=[InputRequired("Dites ce que vous proposez.")],
    )
    limit = StringField("Plafond proposé", description="En euros, si vous faites crédit.")
    deposit = StringField("Acompte", description="En pour cent de la commande, s’il y en a un.")
    reason = TextAreaField("Sur quoi elle repose", validators=[Length(max=2000)])
    cents: Cents = 0
    part: Rate = 0

    def validate_limit(self, field: StringField) -> None:
        """An amount, if anything."""
        try:
            self.cents = euros(field.data or "") if (field.data or "").strip() else 0
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def validate_deposit(self, field: StringField) -> None:
        """A rate, if anything."""
        try:
            self.part = parse_rate(field.data or "") if (field.data or "").strip() else 0
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "decision": CreditDecision(self.decision.data),
            "limit": self.cents,
            "deposit": self.part,
            "reason": self.reason.data or "",
        }
