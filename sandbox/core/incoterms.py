"""Incoterms 2020: who carries, insures, clears customs, and where the risk passes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Incoterm:
    """One rule of the International Chamber of Commerce; « seller » or « buyer » bears each task.

    ``sea`` rules are for ships alone: containers take FCA, CPT or CIP.
    """

    code: str
    carriage: str
    insurance: str
    export_customs: str
    import_customs: str
    risk: str
    sea: bool = False


_SELLER, _BUYER = "seller", "buyer"

INCOTERMS: dict[str, Incoterm] = {
    rule.code: rule
    for rule in (
        Incoterm("EXW", _BUYER, "", _BUYER, _BUYER, "marchandise mise à disposition chez nous"),
        Incoterm("FCA", _BUYER, "", _SELLER, _BUYER, "remise au transporteur de l'acheteur"),
        Incoterm("CPT", _SELLER, "", _SELLER, _BUYER, "remise au premier transporteur"),
        Incoterm("CIP", _SELLER, _SELLER, _SELLER, _BUYER, "remise au premier transporteur"),
        Incoterm("DAP", _SELLER, "", _SELLER, _BUYER, "à destination, prêt à décharger"),
        Incoterm("DPU", _SELLER, "", _SELLER, _BUYER, "à destination, déchargé"),
        Incoterm("DDP", _SELLER, "", _SELLER, _SELLER, "à destination, prêt à décharger"),
        Incoterm("FAS", _BUYER, "", _SELLER, _BUYER, "le long du navire", sea=True),
        Incoterm("FOB", _BUYER, "", _SELLER, _BUYER, "à bord au port de départ", sea=True),
        Incoterm("CFR", _SELLER, "", _SELLER, _BUYER, "à bord au port de départ", sea=True),
        Incoterm("CIF", _SELLER, _SELLER, _SELLER, _BUYER, "à bord au port de départ", sea=True),
    )
}


def written(code: str, place: str) -> str:
    """An incoterm as a contract writes it: « FCA Rennes, Incoterms 2020 »."""
    return f"{code} {place}, Incoterms 2020" if place else f"{code}, Incoterms 2020"
