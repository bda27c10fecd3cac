"""Shape of what people tell us about prospecting."""

from typing import Any

from wtforms import DateField, SelectField, StringField
from wtforms.validators import Length, Optional

from sandbox.crm.consent_labels import BASES, CHOICES, REACHES
from sandbox.crm.consents import Basis, Choice, Reach
from sandbox.crm.forms import FrenchForm
from sandbox.crm.models import Customer


class ConsentForm(FrenchForm):
    """A choice: whose, on which way, since when, and where it can be read."""

    contact = SelectField("Qui le dit", default="", id="consent-contact")
    choice = SelectField(
        "Ce qui est dit", choices={each.value: words for each, (words, _) in CHOICES.items()}
    )
    reach = SelectField("Par", choices={each.value: words for each, words in REACHES.items()})
    basis = SelectField(
        "Base légale",
        choices={each.value: said for each, said in BASES.items()},
        default=Basis.CONSENT,
        description="Pour un accord seulement.",
    )
    chosen_on = DateField("Le", validators=[Optional()], description="Vide : aujourd’hui.")
    proof = StringField(
        "Où cela se lit",
        validators=[Length(max=200)],
        description="Un accord se prouve : case cochée, courriel, bon signé. Jamais de motif.",
    )

    def about(self, customer: Customer) -> None:
        """Offer the customer, and the people who are still there."""
        present = [each for each in customer.contacts if each.left_on is None]
        people = {str(each.id): each.name for each in present}
        self.contact.choices = {"": f"{customer.name} (le client)"} | people

    def details(self) -> dict[str, Any]:
        """Arguments of the three use cases."""
        return {
            "contact": int(self.contact.data) if self.contact.data else None,
            "reach": Reach(self.reach.data),
            "proof": self.proof.data or "",
            "chosen_on": self.chosen_on.data,
        }

    @property
    def said(self) -> Choice:
        """What is said, once validated."""
        return Choice(self.choice.data)

    @property
    def basis_chosen(self) -> Basis:
        """The lawful basis of an agreement, once validated."""
        return Basis(self.basis.data)
