"""Shapes of what is typed at the sales desk."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from sandbox.core.money import euros, parse_rate, parse_unit_price
from sandbox.core.units import Cents, Rate
from sandbox.crm.forms import FrenchForm
from sandbox.erp.forms.offering import TermsFields
from sandbox.erp.labels import APPROVAL_KIND, RELEASE
from sandbox.erp.models import ApprovalKind
from sandbox.erp.services.lines import LineDraft
from sandbox.supply.models import Product

OPTION = "optional"


@dataclass(frozen=True)
class TypedLine:
    """A line of the grid as it was typed; blank ones do not count."""

    product: str = ""
    quantity: str = ""
    unit_price: str = ""
    discount: str = ""
    optional: bool = False

    @property
    def blank(self) -> bool:
        return not any((self.product, self.quantity, self.unit_price, self.discount))

    def draft(self, products: Sequence[Product]) -> LineDraft:
        """The line meant; raises ValueError with a French sentence."""
        first, second = _discounts(self.discount)
        return LineDraft(
            product=named(self.product, products).reference,
            quantity=_quantity(self.quantity),
            discount=first,
            unit_price=parse_unit_price(self.unit_price) if self.unit_price else None,
            second_discount=second,
            optional=self.optional,
        )


def _discounts(text: str) -> tuple[Rate | None, Rate | None]:
    """« 10 + 5 » is 10 %, then 5 % of what is left; nothing typed is the customer's discount."""
    if not text:
        return None, None
    typed = text.split("+")
    if len(typed) > 2:
        raise ValueError("Deux remises au plus s'enchaînent : « 10 + 5 ».")
    first, *others = (parse_rate(each) for each in typed)
    return first, others[0] if others else None


def named(text: str, products: Sequence[Product]) -> Product:
    """The product of this reference, or the only one whose name holds the text.

    Raises ValueError with a French sentence.
    """
    typed = _plain(text)
    if not typed:
        raise ValueError("Choisissez un article.")
    for product in products:
        if _plain(product.reference) == typed:
            return product
    found = [p for p in products if typed in _plain(f"{p.reference} {p.label}")]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(product.reference for product in found[:4])
        raise ValueError(f"« {text} » désigne plusieurs articles : {names}. Choisissez-en un.")
    raise ValueError(f"« {text} » n'est pas au catalogue.")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.strip())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def _quantity(text: str) -> int:
    digits = "".join(text.split())
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 9 or not int(digits):
        raise ValueError("La quantité est un nombre entier, 1 ou plus.")
    return int(digits)


class LineForm(Form):
    """One line of the grid, as text."""

    product = StringField()
    quantity = StringField()
    unit_price = StringField()
    discount = StringField()
    optional = BooleanField()

    def typed(self) -> TypedLine:
        """What was typed, trimmed."""
        texts = {name: (text or "").strip() for name, text in self.data.items() if name != OPTION}
        return TypedLine(**texts, optional=bool(self.optional.data))


class QuoteForm(TermsFields, FrenchForm):
    """A quote: for whom, until when, what."""

    customer = SelectField("Client", validators=[InputRequired("Choisissez un client.")])
    enquiry = HiddenField()
    requested_on = DateField("Livraison souhaitée", validators=[Optional()])
    validity_days = IntegerField(
        "Validité (jours)",
        validators=[Optional(), NumberRange(1, 365, "De 1 à 365 jours.")],
    )
    carriage = StringField("Frais de port HT", description="Vide : d'après la procédure.")
    lines = FieldList(FormField(LineForm))

    @property
    def enquiry_id(self) -> int | None:
        """The message that the quote answers."""
        text = self.enquiry.data or ""
        return int(text) if text.isdecimal() and len(text) < 10 else None

    def offer(self, customers: Sequence[Any]) -> "QuoteForm":
        """Let choose among these customers."""
        names = {customer.reference: customer.name for customer in customers}
        self.customer.choices = {"": "Choisir un client…", **names}
        return self

    def validate_carriage(self, field: StringField) -> None:
        """An amount, if anything."""
        try:
            cents = self._carriage()
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if cents is not None and cents < 0:
            raise ValidationError("Les frais de port ne peuvent pas être négatifs.")

    def _carriage(self) -> Cents | None:
        text = (self.carriage.data or "").strip()
        return euros(text) if text else None

    def stated_carriage(self) -> Cents | None:
        """Carriage in cents when one can be read; None leaves it to the procedure."""
        try:
            cents = self._carriage()
        except ValueError:
            return None
        return cents if cents is None or cents >= 0 else None

    def typed(self) -> list[TypedLine]:
        """Lines as typed, blank ones too: their place on the screen counts."""
        return [line.form.typed() for line in self.lines]

    def terms(self) -> dict[str, Any]:
        """What both use cases take besides the lines."""
        return {
            "requested_on": self.requested_on.data,
            "validity_days": self.validity_days.data,
            "carriage": self.stated_carriage(),
            "terms": self.offer_terms(),
        }


class ReasonForm(FrenchForm):
    """A decision and why."""

    reason = TextAreaField("Motif", validators=[Length(max=1000)])


class ReleaseForm(FrenchForm):
    """What lets a held order go on."""

    ground = SelectField("Motif", choices=RELEASE, validators=[InputRequired("Choisissez.")])


class RecordForm(FrenchForm):
    """The date promised to the customer."""

    promised_on = DateField(
        "Date promise", validators=[InputRequired("Indiquez la date que vous promettez.")]
    )

    def date(self) -> date | None:
        """The date, when it can be read."""
        found: date | None = self.promised_on.data
        return found


class ApprovalForm(FrenchForm):
    """A question to somebody with more power."""

    kind = SelectField("Objet", choices=APPROVAL_KIND)
    about = StringField("Document", validators=[InputRequired("Indiquez le document.")])
    post = SelectField("À qui")
    amount = StringField("Montant du geste", description="En euros, pour un geste commercial.")
    cents: Cents = 0
    facts = TextAreaField(
        "Les faits",
        validators=[InputRequired("Exposez les faits : qui décide doit pouvoir les lire ici.")],
    )
    options = TextAreaField("Les options possibles", validators=[Length(max=4000)])
    recommendation = TextAreaField("Votre recommandation", validators=[Length(max=4000)])

    def validate_amount(self, field: StringField) -> None:
        """An amount, if anything."""
        try:
            self.cents = euros(field.data or "") if (field.data or "").strip() else 0
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def details(self) -> dict[str, Any]:
        """Arguments of the use case."""
        return {
            "kind": ApprovalKind(self.kind.data),
            "about": (self.about.data or "").strip(),
            "amount": self.cents,
            "post": self.post.data,
            "facts": self.facts.data or "",
            "options": self.options.data or "",
            "recommendation": self.recommendation.data or "",
        }
