"""Shape of a workbook that is handed in."""

from wtforms import FileField, SelectField
from wtforms.validators import InputRequired

from sandbox.crm.forms import FrenchForm


class WorkbookForm(FrenchForm):
    """Which task the workbook answers, and the file."""

    task = SelectField("Travail demandé", validators=[InputRequired("À choisir.")])
    file = FileField("Votre classeur (.xlsx, 1 Mo au plus)")
