"""Shapes of a hand-over: to whom, with which papers; of papers sent later; of a loss."""

from collections.abc import Iterable

from wtforms import SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import Length

from sandbox.core.litigation import PieceKind
from sandbox.crm.forms import FrenchForm
from sandbox.erp.labels import PIECES, RECIPIENTS


class PiecesForm(FrenchForm):
    """Papers ticked."""

    pieces = SelectMultipleField("Pièces", choices=PIECES)

    def kinds(self) -> list[PieceKind]:
        """Kinds of papers ticked."""
        return [PieceKind(kind) for kind in self.pieces.data or ()]


class ReferralForm(PiecesForm):
    """Who takes the file."""

    recipient = SelectField("Confier à", choices=RECIPIENTS)

    def offer(self, there: Iterable[tuple[str, str]]) -> "ReferralForm":
        """Let choose among recipients (kind, name)."""
        self.recipient.choices = {kind: f"{RECIPIENTS[kind]} : {name}" for kind, name in there}
        return self


class WriteOffForm(FrenchForm):
    """Why a debt is lost."""

    ground = TextAreaField("Sur quoi repose la perte", validators=[Length(max=1000)])
