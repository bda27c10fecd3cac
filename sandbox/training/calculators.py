"""What is typed in the calculators, and the working that answers it."""

from datetime import date
from typing import Any

from wtforms import DateField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length

from sandbox.core import workings
from sandbox.core.money import euros, parse_rate
from sandbox.core.units import Cents, Rate
from sandbox.core.workings import Step
from sandbox.crm.forms import FrenchForm

_NEEDED = "À remplir."
_LARGEST: Cents = 10**12
_LONGEST = 8000


class Amount(StringField):
    """Euros as they are typed; ``cents`` once read."""

    cents: Cents = 0

    def post_validate(self, _form: Any, _stop: bool) -> None:
        """Read the amount; a blank one is nought."""
        try:
            self.cents = euros(self.data or "0") if (self.data or "").strip() else 0
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if not 0 <= self.cents <= _LARGEST:
            raise ValidationError("Écrivez un montant positif, raisonnable.")


class Percent(StringField):
    """A rate as it is typed; ``rate`` in hundredths of a percent once read."""

    rate: Rate = 0

    def post_validate(self, _form: Any, _stop: bool) -> None:
        """Read the rate; a blank one is nought."""
        try:
            self.rate = parse_rate(self.data or "0") if (self.data or "").strip() else 0
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if self.rate > 100_000:
            raise ValidationError("Écrivez un taux de 0 à 1 000 %.")


def _day(field: DateField) -> date:
    """The day typed in a field that was found filled."""
    if field.data is None:
        raise ValueError(_NEEDED)
    return field.data


class Calculator(FrenchForm):
    """A form that is only read: its address says what was typed."""

    class Meta(FrenchForm.Meta):
        csrf = False

    def working(self) -> list[Step]:
        """Steps that lead to the answer; raises ValueError with a French sentence."""
        raise NotImplementedError


class MarginForm(Calculator):
    """Margin of a price, or price that a margin asks for."""

    cost = Amount("Coût d’achat HT", [InputRequired(_NEEDED)], description="En euros.")
    price = Amount("Prix de vente HT", description="Laissez vide pour partir du taux de marque.")
    wanted = Percent("Taux de marque visé (%)", description="Seulement si le prix est vide.")
    vat = Percent("TVA (%)", default="20")

    def working(self) -> list[Step]:
        """The margin, or the price."""
        cost = self.cost.cents
        if (self.price.data or "").strip():
            return workings.margin_steps(cost, self.price.cents, self.vat.rate)
        return workings.price_steps(cost, self.wanted.rate)


class VatForm(Calculator):
    """From net to gross with up to three rates, or from gross to net."""

    way = RadioField(
        "Sens", choices={"net": "Du HT au TTC", "gross": "Du TTC au HT"}, default="net"
    )
    amount_1 = Amount("Montant 1", [InputRequired(_NEEDED)], description="En euros.")
    rate_1 = Percent("TVA 1 (%)", default="20")
    amount_2 = Amount("Montant 2", description="Du HT au TTC seulement.")
    rate_2 = Percent("TVA 2 (%)", default="5,5")
    amount_3 = Amount("Montant 3", description="Du HT au TTC seulement.")
    rate_3 = Percent("TVA 3 (%)", default="20")

    def working(self) -> list[Step]:
        """The total, or the net."""
        if self.way.data == "gross":
            return workings.net_steps(self.amount_1.cents, self.rate_1.rate)
        typed = (
            (self.rate_1.rate, self.amount_1.cents),
            (self.rate_2.rate, self.amount_2.cents),
            (self.rate_3.rate, self.amount_3.cents),
        )
        return workings.vat_steps([(rate, net) for rate, net in typed if net])


class DueForm(Calculator):
    """Every due date of an invoice."""

    invoiced = DateField("Date de la facture", [InputRequired(_NEEDED)])

    def working(self) -> list[Step]:
        """Each lawful way of counting."""
        return workings.due_steps(_day(self.invoiced))


class LateForm(Calculator):
    """What a late payment costs."""

    amount = Amount("Montant TTC dû", [InputRequired(_NEEDED)], description="En euros.")
    rate = Percent("Taux annuel des pénalités (%)", [InputRequired(_NEEDED)])
    due = DateField("Échéance", [InputRequired(_NEEDED)])
    paid = DateField("Date de paiement", [InputRequired(_NEEDED)])

    def working(self) -> list[Step]:
        """Penalties and indemnity."""
        due, paid = _day(self.due), _day(self.paid)
        return workings.late_steps(self.amount.cents, self.rate.rate, due, paid)


class RebateForm(Calculator):
    """What a year of sales gives back at its end."""

    sales = Amount("Chiffre d’affaires HT de l’année", [InputRequired(_NEEDED)])
    start_1 = Amount("Tranche 1 : à partir de", [InputRequired(_NEEDED)], default="50000")
    rate_1 = Percent("Taux de la tranche 1 (%)", default="2")
    start_2 = Amount("Tranche 2 : à partir de", description="Laissez vide s’il n’y en a qu’une.")
    rate_2 = Percent("Taux de la tranche 2 (%)", default="3")
    vat = Percent("TVA (%)", default="20")

    def working(self) -> list[Step]:
        """Each slice, and their sum."""
        slices = [(0, 0)] if self.start_1.cents else []
        slices.append((self.start_1.cents, self.rate_1.rate))
        if (self.start_2.data or "").strip():
            slices.append((self.start_2.cents, self.rate_2.rate))
        return workings.rebate_steps(self.sales.cents, slices, self.vat.rate)


class DoubtfulForm(Calculator):
    """What a debt that is not paid costs in the end."""

    amount = Amount("Créance TTC", [InputRequired(_NEEDED)], description="En euros.")
    vat = Percent("TVA (%)", default="20")
    loss = Percent("Perte probable (%)", [InputRequired(_NEEDED)])
    recovered = Amount("Encaissé à la fin, TTC", description="Vide : rien n’est rentré.")

    def working(self) -> list[Step]:
        """From doubt to loss."""
        return workings.doubtful_steps(
            self.amount.cents, self.vat.rate, self.loss.rate, self.recovered.cents
        )


class StatementForm(Calculator):
    """A bank file, to be read."""

    text = TextAreaField(
        "Lignes du fichier",
        [InputRequired(_NEEDED), Length(max=_LONGEST, message="8 000 signes au plus.")],
        description="Collez le fichier tel quel : 120 signes par ligne, l’ancien solde en tête.",
    )

    def working(self) -> list[Step]:
        """Balances and movements."""
        return workings.statement_steps(self.text.data or "")


# Name in the address, what it is called, its form, and what it helps to remember.
CALCULATORS: dict[str, tuple[str, type[Calculator], str]] = {
    "marge": (
        "Marge",
        MarginForm,
        "Le taux de marge se rapporte au coût, le taux de marque au prix de vente HT.",
    ),
    "tva": (
        "TVA",
        VatForm,
        "La TVA se calcule une fois par taux, sur la somme des lignes, jamais ligne par ligne.",
    ),
    "echeance": (
        "Échéance",
        DueForm,
        "60 jours nets au plus, ou 45 jours fin de mois (C. com. art. L441-10) : « 45 jours, "
        "puis fin de mois » et « fin de mois, puis 45 jours » ne tombent pas le même jour.",
    ),
    "penalites": (
        "Pénalités",
        LateForm,
        "Entre professionnels seulement : pénalités au taux des CGV, sans TVA, et 40 € par "
        "facture en retard (C. com. art. L441-10 et D441-5).",
    ),
    "ristourne": (
        "Ristourne",
        RebateForm,
        "Une ristourne de fin d’année se calcule tranche par tranche, sur le HT, et se donne par "
        "un avoir avec TVA (CGI art. 267-II).",
    ),
    "creance-douteuse": (
        "Créance douteuse",
        DoubtfulForm,
        "On déprécie le HT, jamais la TVA : elle se récupère quand la perte est définitive (CGI "
        "art. 272-1). La comptabilité passe ces écritures ; vous lui donnez les faits.",
    ),
    "releve-bancaire": (
        "Relevé bancaire",
        StatementForm,
        "Un fichier CFONB 120 : 01 ancien solde, 04 mouvement, 05 suite du libellé, 07 nouveau "
        "solde. Le dernier signe d’un montant porte son chiffre et son sens ({ à I au crédit, "
        "} à R au débit).",
    ),
}
