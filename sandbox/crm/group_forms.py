"""Shapes of what is typed about groups of customers."""

from wtforms import SelectField

from sandbox.crm.forms import FrenchForm


class OtherForm(FrenchForm):
    """Another record: the parent company."""

    other = SelectField("Maison mère")
