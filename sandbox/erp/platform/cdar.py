"""Life-cycle messages (CDAR, UN/CEFACT D22B): one status of one invoice each."""

from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree

from sandbox.core.units import Cents, Rate
from sandbox.erp.platform.statuses import RULES, Party, Status
from sandbox.erp.platform.xml import Maker, plain, written

NAMESPACES = {
    "rsm": "urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
    "qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
}
# The rule lists more contexts; its published Schematron takes this one alone (BR-FR-CDV-CL-01).
CONTEXT = "REGULATED"
PROFILE = "urn.cpro.gouv.fr:1p0:CDV:invoice"
TRANSMISSION, PROCESSING = "305", "23"
INVOICE = "380"
SIREN, PLATFORM_ADDRESS = "0002", "0225"
PLATFORM, SELLER, BUYER = "WK", "SE", "BY"
CASHED_AMOUNT = "MEN"

_RSM, _RAM, _UDT, _QDT = (
    Maker(namespace, tuple(NAMESPACES.items())) for namespace in NAMESPACES.values()
)


@dataclass(frozen=True)
class Firm:
    """A party of the invoice: name, SIREN, address on its platform."""

    name: str
    siren: str
    address: str


@dataclass(frozen=True)
class CashedPart:
    """What was cashed at one VAT rate, tax included, in cents."""

    amount: Cents
    rate: Rate


@dataclass(frozen=True)
class Message:
    """A status of an invoice, ready to be written."""

    invoice: str
    issued_on: date
    status: Status
    party: Party
    at: datetime
    seller: Firm
    buyer: Firm
    reason: str = ""
    meaning: str = ""
    note: str = ""
    cashed: tuple[CashedPart, ...] = ()

    @property
    def name(self) -> str:
        """Identifier of the message, and name of its file."""
        return f"{self.invoice}_{self.status:d}_{_stamp(self.at)}"

    @property
    def by_people(self) -> bool:
        """Whether the buyer or the seller speaks, not a platform."""
        return self.party in (Party.BUYER, Party.SELLER)


def write(message: Message) -> bytes:
    """The XML file of a message."""
    root = _RSM(
        "CrossDomainAcknowledgementAndResponse",
        _RSM(
            "ExchangedDocumentContext",
            _RAM(
                "BusinessProcessSpecifiedDocumentContextParameter",
                _RAM("ID", CONTEXT),
            ),
            _RAM("GuidelineSpecifiedDocumentContextParameter", _RAM("ID", PROFILE)),
        ),
        _exchanged(message),
        _acknowledgement(message),
    )
    return written(root)


def _exchanged(message: Message) -> etree._Element:
    return _RSM(
        "ExchangedDocument",
        _RAM("ID", message.name),
        _RAM("Name", message.status.label),
        _RAM("IssueDateTime", _moment(message.at)),
        _RAM("SenderTradeParty", _RAM("RoleCode", PLATFORM)),
        _issuer(message),
        _recipient(message),
    )


def _issuer(message: Message) -> etree._Element:
    if not message.by_people:
        return _RAM("IssuerTradeParty", _RAM("RoleCode", PLATFORM))
    return _RAM("IssuerTradeParty", *_firm(message, message.party))


def _recipient(message: Message) -> etree._Element:
    """The other side; what a platform says is for the seller."""
    other = Party.BUYER if message.party == Party.SELLER else Party.SELLER
    address = (message.buyer if other == Party.BUYER else message.seller).address
    return _RAM(
        "RecipientTradeParty",
        *_firm(message, other),
        _RAM("URIUniversalCommunication", _RAM("URIID", address, schemeID=PLATFORM_ADDRESS)),
    )


def _firm(message: Message, party: Party) -> tuple[etree._Element, ...]:
    buyer = party == Party.BUYER
    firm = message.buyer if buyer else message.seller
    return (
        _RAM("GlobalID", firm.siren, schemeID=SIREN),
        _RAM("Name", firm.name),
        _RAM("RoleCode", BUYER if buyer else SELLER),
    )


def _acknowledgement(message: Message) -> etree._Element:
    return _RSM(
        "AcknowledgementDocument",
        _RAM("MultipleReferencesIndicator", _UDT("Indicator", "false")),
        _RAM("TypeCode", PROCESSING if message.by_people else TRANSMISSION),
        _RAM("IssueDateTime", _moment(message.at)),
        _reference(message),
    )


def _reference(message: Message) -> etree._Element:
    details = _details(message)
    return _RAM(
        "ReferenceReferencedDocument",
        _RAM("IssuerAssignedID", message.invoice),
        _RAM("StatusCode", str(RULES[message.status].action)),
        _RAM("TypeCode", INVOICE),
        _RAM("ReceiptDateTime", _moment(message.at)),
        _RAM(
            "FormattedIssueDateTime",
            _QDT("DateTimeString", f"{message.issued_on:%Y%m%d}", format="102"),
        ),
        _RAM("ProcessConditionCode", f"{message.status:d}"),
        _RAM("ProcessCondition", message.status.label),
        _RAM(
            "IssuerTradeParty",
            _RAM("GlobalID", message.seller.siren, schemeID=SIREN),
            _RAM("RoleCode", SELLER),
        ),
        *([details] if details is not None else []),
    )


def _details(message: Message) -> etree._Element | None:
    if message.cashed:
        parts = (_cashed(part) for part in message.cashed)
        return _RAM("SpecifiedDocumentStatus", _RAM("SequenceNumeric", "1"), *parts)
    if not (message.reason or message.note):
        return None
    why = (
        [_RAM("ReasonCode", message.reason), _RAM("Reason", message.meaning)]
        if message.reason
        else []
    )
    said = [_RAM("IncludedNote", _RAM("Content", message.note))] if message.note else []
    return _RAM("SpecifiedDocumentStatus", *why, _RAM("SequenceNumeric", "1"), *said)


def _cashed(part: CashedPart) -> etree._Element:
    return _RAM(
        "SpecifiedDocumentCharacteristic",
        _RAM("TypeCode", CASHED_AMOUNT),
        _RAM("ValueChangedIndicator", _UDT("IndicatorString", "false")),
        _RAM("ValueAmount", plain(part.amount), currencyID="EUR"),
        _RAM("ValuePercent", plain(part.rate)),
    )


def _moment(at: datetime) -> etree._Element:
    return _UDT("DateTimeString", _stamp(at), format="204")


def _stamp(at: datetime) -> str:
    return f"{at:%Y%m%d%H%M%S}"
