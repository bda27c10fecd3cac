"""What a run is played in: company, people, procedures. Read from files, never coded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.codec import decode
from sandbox.core.expectations import Expectation
from sandbox.core.procedures import (
    AlertProcedure,
    Article,
    CreditProcedure,
    DelegationLevel,
    DunningProcedure,
    DunningStep,
    Procedures,
    SalesProcedure,
    SupplyProcedure,
)
from sandbox.core.run import Mode, SettingVersion
from sandbox.core.units import Cents

__all__ = [
    "AlertProcedure",
    "Article",
    "Colleague",
    "CompanyProfile",
    "CreditProcedure",
    "DelegationLevel",
    "DunningProcedure",
    "DunningStep",
    "MessageTemplate",
    "Procedures",
    "Provider",
    "SalesProcedure",
    "Setting",
    "SupplyProcedure",
    "setting_of",
    "settings_of",
]


@dataclass(frozen=True)
class CompanyProfile:
    """The simulated company, as its documents show it."""

    name: str
    legal_form: str
    capital: Cents
    street: str
    postcode: str
    town: str
    siren: str
    siret: str
    vat_number: str
    rcs_town: str
    email: str
    phone: str
    iban: str
    bic: str
    activity: str
    producer_number: str = ""


@dataclass(frozen=True)
class Colleague:
    """Somebody in the company, known in the journal by the post alone.

    Away from ``away_from`` (the start, if it is not said) until ``away_until``; meanwhile the post
    ``deputy`` stands in.
    """

    post: str
    name: str
    title: str
    email: str
    alert_for: str
    away_until: datetime | None = None
    away_from: datetime | None = None
    deputy: str = ""

    def is_away(self, now: datetime) -> bool:
        """Whether nobody sits at this desk at the moment."""
        if self.away_until is None or now >= self.away_until:
            return False
        return self.away_from is None or now >= self.away_from


@dataclass(frozen=True)
class Provider:
    """An outside provider (PRE-01): who they are, and what they do for the company."""

    reference: str
    name: str
    does: str
    email: str = ""


@dataclass(frozen=True)
class MessageTemplate:
    """A letter written once; {contact}, {client}, {montant}… are filled when it is used."""

    code: str
    title: str
    subject: str
    body: str
    topic: str = "other"
    language: str = "fr"


@dataclass(frozen=True)
class WorkbookTask:
    """A workbook that a scenario asks for: its code, and what it must show."""

    code: str
    title: str


@dataclass(frozen=True)
class Setting:
    """Everything about a run that no deed changes."""

    scenario: str
    title: str
    brief: str
    starts_at: datetime
    company: CompanyProfile
    colleagues: tuple[Colleague, ...]
    procedures: Procedures
    mode: Mode = Mode.DISCOVERY
    real_minutes: int = 45
    expected: tuple[str, ...] = ()
    learner_post: str = "assistant"
    expectations: tuple[Expectation, ...] = ()
    templates: tuple[MessageTemplate, ...] = ()
    providers: tuple[Provider, ...] = ()
    workbooks: tuple[WorkbookTask, ...] = ()

    def workbook(self, code: str) -> WorkbookTask | None:
        """The workbook of this code, if the scenario asks for it."""
        return next((each for each in self.workbooks if each.code == code), None)

    def template(self, code: str) -> MessageTemplate | None:
        """The template of this code, if the company has it."""
        return next((each for each in self.templates if each.code == code), None)

    def colleague(self, post: str) -> Colleague | None:
        """Who holds a post, if anybody."""
        return next((person for person in self.colleagues if person.post == post), None)


_settings: dict[str, Setting] = {}


def setting_of(session: Session, digest: str) -> Setting:
    """The setting under this digest, decoded once per process."""
    if digest not in _settings:
        version = session.get_one(SettingVersion, digest)
        _settings[digest] = decode(Setting, version.content["setting"])
    return _settings[digest]


def settings_of(session: Session, digests: Iterable[str]) -> dict[str, Setting]:
    """Settings under several digests; those not decoded yet are read in one statement."""
    wanted = set(digests)
    unknown = wanted - _settings.keys()
    if unknown:
        versions = session.scalars(select(SettingVersion).where(SettingVersion.digest.in_(unknown)))
        for version in versions:
            _settings[version.digest] = decode(Setting, version.content["setting"])
    return {digest: _settings[digest] for digest in wanted}
