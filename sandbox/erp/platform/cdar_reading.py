"""A life-cycle message field by field: number in the norm (MDT), French label, value, meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from sandbox.erp.platform.cdar import NAMESPACES
from sandbox.erp.platform.reasons import reason_of
from sandbox.erp.platform.statuses import RULES, Status

_HEAD, _ACK = "ExchangedDocument", "AcknowledgementDocument"
_INVOICE = f"{_ACK}/ReferenceReferencedDocument"
_STATUS = f"{_INVOICE}/SpecifiedDocumentStatus"
_PART = f"{_STATUS}/SpecifiedDocumentCharacteristic"
_CONTEXT = "ExchangedDocumentContext"

# Number and French label of each element, by its path.
LABELS: dict[str, tuple[str, str]] = {
    f"{_CONTEXT}/BusinessProcessSpecifiedDocumentContextParameter/ID": (
        "MDT-2",
        "Cadre du message",
    ),
    f"{_CONTEXT}/GuidelineSpecifiedDocumentContextParameter/ID": ("MDT-3", "Profil du message"),
    f"{_HEAD}/ID": ("MDT-4", "Identifiant du message"),
    f"{_HEAD}/Name": ("MDT-5", "Nom du message"),
    f"{_HEAD}/IssueDateTime/DateTimeString": ("MDT-8", "Date et heure du message"),
    f"{_HEAD}/SenderTradeParty/RoleCode": ("MDT-21", "Rôle de celui qui envoie"),
    f"{_HEAD}/IssuerTradeParty/GlobalID": ("MDT-38", "SIREN de celui qui pose le statut"),
    f"{_HEAD}/IssuerTradeParty/Name": ("MDT-39", "Nom de celui qui pose le statut"),
    f"{_HEAD}/IssuerTradeParty/RoleCode": ("MDT-40", "Rôle de celui qui pose le statut"),
    f"{_HEAD}/RecipientTradeParty/GlobalID": ("MDT-57", "SIREN du destinataire"),
    f"{_HEAD}/RecipientTradeParty/Name": ("MDT-58", "Nom du destinataire"),
    f"{_HEAD}/RecipientTradeParty/RoleCode": ("MDT-59", "Rôle du destinataire"),
    f"{_HEAD}/RecipientTradeParty/URIUniversalCommunication/URIID": (
        "MDT-73",
        "Adresse électronique du destinataire",
    ),
    f"{_ACK}/MultipleReferencesIndicator/Indicator": ("MDT-74", "Plusieurs factures à la fois"),
    f"{_ACK}/TypeCode": ("MDT-77", "Phase du cycle de vie"),
    f"{_ACK}/IssueDateTime/DateTimeString": ("MDT-78", "Date et heure du statut"),
    f"{_INVOICE}/IssuerAssignedID": ("MDT-87", "Numéro de la facture"),
    f"{_INVOICE}/StatusCode": ("MDT-88", "Code d’action (UNCL 1373)"),
    f"{_INVOICE}/TypeCode": ("MDT-91", "Type de la facture"),
    f"{_INVOICE}/ReceiptDateTime/DateTimeString": ("MDT-95", "Date et heure de réception"),
    f"{_INVOICE}/FormattedIssueDateTime/DateTimeString": ("MDT-100", "Date de la facture"),
    f"{_INVOICE}/ProcessConditionCode": ("MDT-105", "Code du statut"),
    f"{_INVOICE}/ProcessCondition": ("MDT-106", "Libellé du statut"),
    f"{_INVOICE}/IssuerTradeParty/GlobalID": ("MDT-129", "SIREN du vendeur"),
    f"{_INVOICE}/IssuerTradeParty/RoleCode": ("MDT-132", "Rôle du vendeur"),
    f"{_STATUS}/ReasonCode": ("MDT-113", "Code du motif"),
    f"{_STATUS}/Reason": ("MDT-114", "Motif"),
    f"{_STATUS}/SequenceNumeric": ("MDT-124-2", "Rang du détail"),
    f"{_STATUS}/IncludedNote/Content": ("MDT-126", "Commentaire"),
    f"{_PART}/TypeCode": ("MDT-207", "Nature de la donnée"),
    f"{_PART}/ValueChangedIndicator/IndicatorString": ("MDT-209", "Donnée modifiée"),
    f"{_PART}/ValueAmount": ("MDT-215", "Montant encaissé, TVA comprise"),
    f"{_PART}/ValuePercent": ("MDT-224", "Taux de TVA"),
}
_ROLES = {
    "WK": "plateforme agréée",
    "SE": "vendeur",
    "BY": "acheteur",
}
_MEANINGS: dict[str, dict[str, str]] = {
    "MDT-2": {"REGULATED": "échange prévu par la loi"},
    "MDT-3": {"urn.cpro.gouv.fr:1p0:CDV:invoice": "cycle de vie échangé entre plateformes"},
    "MDT-21": _ROLES,
    "MDT-40": _ROLES,
    "MDT-59": _ROLES,
    "MDT-132": _ROLES,
    "MDT-74": {"false": "non"},
    "MDT-77": {"305": "transmission (les plateformes)", "23": "traitement (vendeur, acheteur)"},
    "MDT-91": {"380": "facture commerciale"},
    "MDT-207": {"MEN": "montant encaissé"},
    "MDT-209": {"false": "non"},
}
_MOMENTS = {"102": ("%Y%m%d", "%d/%m/%Y"), "204": ("%Y%m%d%H%M%S", "%d/%m/%Y à %H:%M")}


@dataclass(frozen=True)
class Field:
    """One datum of a message."""

    number: str
    label: str
    value: str
    meaning: str


def read(file: bytes) -> list[Field]:
    """Every datum of a message, in order; raises ValueError for anything but a CDAR message."""
    # Entities and the network stay shut: a message may come from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(file, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("Ce message n’est pas un fichier XML lisible.") from error
    if etree.QName(root).namespace != NAMESPACES["rsm"]:
        raise ValueError("Ce fichier n’est pas un message de cycle de vie (CDAR).")
    return [_field(path, leaf) for path, leaf in _leaves(root, "")]


def _leaves(element: etree._Element, above: str) -> Iterator[tuple[str, etree._Element]]:
    for child in element.iterchildren(tag=etree.Element):
        path = f"{above}/{etree.QName(child).localname}".lstrip("/")
        if len(child):
            yield from _leaves(child, path)
        else:
            yield path, child


def _field(path: str, leaf: etree._Element) -> Field:
    number, label = LABELS.get(path, ("", path.rpartition("/")[2]))
    value = (leaf.text or "").strip()
    return Field(number, label, value, _meaning(number, value, leaf))


def _meaning(number: str, value: str, leaf: etree._Element) -> str:
    if number == "MDT-113":
        return reason_of(value).meaning
    if number == "MDT-105":
        return Status(int(value)).label if value.isdigit() and int(value) in _CODES else ""
    if leaf.get("format") in _MOMENTS:
        return _moment(value, str(leaf.get("format")))
    return _MEANINGS.get(number, {}).get(value, "")


_CODES = frozenset(int(status) for status in RULES)


def _moment(value: str, form: str) -> str:
    written, shown = _MOMENTS[form]
    try:
        # Company time is Paris time, and the format has no room for a zone.
        return datetime.strptime(value, written).strftime(shown)  # noqa: DTZ007
    except ValueError:
        return ""
