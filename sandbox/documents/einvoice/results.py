"""What the controls found: layers, each passed, failed or still pending, and their problems."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Where a layer stands; a pending one says nothing of the invoice."""

    PASSED = "passed"
    FAILED = "failed"
    PENDING = "pending"

    @property
    def label(self) -> str:
        """French word for it."""
        return {"passed": "conforme", "failed": "non conforme"}.get(self, "contrôle en attente")


class LayerName(StrEnum):
    """The layers, in the order in which they are checked."""

    EXTRACT = "extract"
    PDF = "pdf"
    XSD = "xsd"
    EN16931 = "en16931"
    BR_FR = "br-fr"
    HOUSE = "house"

    @property
    def label(self) -> str:
        """French name of the layer."""
        return _LABELS[self]


_LABELS = {
    LayerName.EXTRACT: "Lecture du fichier",
    LayerName.PDF: "PDF/A-3 et déclaration Factur-X",
    LayerName.XSD: "Schéma XML (XSD)",
    LayerName.EN16931: "Norme EN 16931 (Schematron)",
    LayerName.BR_FR: "Règles françaises BR-FR (Schematron)",
    LayerName.HOUSE: "Contrôles de Comptoir",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that is broken, by its id, and a French sentence about it."""

    rule: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Layer:
    """The outcome of one layer; a pending layer says why in its only problem."""

    name: LayerName
    verdict: Verdict
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, name: LayerName, problems: list[Problem]) -> "Layer":
        """Failed when there is a problem, passed otherwise."""
        return cls(name, Verdict.FAILED if problems else Verdict.PASSED, tuple(problems))

    @classmethod
    def pending(cls, name: LayerName, why: str) -> "Layer":
        """Not judged, and why."""
        return cls(name, Verdict.PENDING, (Problem("EN-ATTENTE", why),))


@dataclass(frozen=True, slots=True)
class Report:
    """All the layers of one file; `form` and `profile` are empty when it could not be read."""

    layers: tuple[Layer, ...]
    form: str = ""
    profile: str = ""

    @property
    def readable(self) -> bool:
        """Whether an invoice was found in the file."""
        return bool(self.form)

    @property
    def verdict(self) -> Verdict:
        """Failed by one layer; passed by all, and none pending."""
        verdicts = {layer.verdict for layer in self.layers}
        worst = (one for one in (Verdict.FAILED, Verdict.PENDING) if one in verdicts)
        return next(worst, Verdict.PASSED)

    def layer(self, name: LayerName) -> Layer | None:
        """A layer by its name; None when it does not apply to this file."""
        return next((layer for layer in self.layers if layer.name == name), None)
