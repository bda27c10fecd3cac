"""What a run is played in: company, people, procedures. Read from files, never coded."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from sandbox.core.codec import decode
from sandbox.core.run import Mode, SettingVersion
from sandbox.core.units import Cents, Days, Minutes, Rate


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
    """Somebody in the company, known in the journal by the post alone."""

    post: str
    name: str
    title: str
    email: str
    alert_for: str
    away_until: datetime | None = None


@dataclass(frozen=True)
class DelegationLevel:
    """What a post may decide alone; amounts net of VAT, in ascending order of power."""

    post: str
    label: str
    order_net: Cents
    discount: Rate
    over_limit: Rate
    goodwill: Cents


@dataclass(frozen=True)
class CreditProcedure:
    """Which sum is compared with the limit, and what holds an order."""

    definition: Literal["outstanding", "exposure"] = "exposure"
    warn_from: Rate = 8000
    check_valid_minutes: Minutes = 480
    overdue_block_days: Days = 30
    unusual_multiple: int = 2


@dataclass(frozen=True)
class SalesProcedure:
    """Delays of the sales desk, in company working minutes or days."""

    quote_validity_days: Days = 30
    quote_minutes: Minutes = 960
    follow_up_from_days: Days = 5
    follow_up_to_days: Days = 10
    acknowledgement_minutes: Minutes = 480
    invoice_minutes: Minutes = 480
    payment_minutes: Minutes = 480
    carriage_flat: Cents = 4500
    carriage_free_from: Cents = 50000
    carriage_vat: Rate = 2000


@dataclass(frozen=True)
class DunningStep:
    """One step of the collection procedure, counted in days from the due date."""

    level: Literal[
        "pre_reminder", "call", "reminder_1", "reminder_2", "formal_notice", "litigation"
    ]
    label: str
    after_days: Days
    channel: Literal["email", "phone", "letter", "registered"]
    decided_by: str = "learner"
    tolerance_days: Days = 3


@dataclass(frozen=True)
class DunningProcedure:
    """Steps, and what a late invoice costs a business (C. com. L441-10, D441-5)."""

    steps: tuple[DunningStep, ...]
    late_rate: Rate = 1215
    indemnity: Cents = 4000

    def step(self, level: str) -> DunningStep:
        """The step of this level; raises KeyError if the procedure has none."""
        for step in self.steps:
            if step.level == level:
                return step
        raise KeyError(level)


@dataclass(frozen=True)
class SupplyProcedure:
    """Delays of the supply desk."""

    replenish_minutes: Minutes = 480
    acknowledgement_minutes: Minutes = 960
    preparation_days: Days = 1
    carrier_cut_off_minutes: Minutes = 960


@dataclass(frozen=True)
class AlertProcedure:
    """Whom to tell of what, and how fast."""

    high_stake: Cents = 500000
    urgent_minutes: Minutes = 120
    minutes: Minutes = 480


@dataclass(frozen=True)
class Article:
    """One paragraph of a procedure or of the terms of sale, as the learner reads it."""

    title: str
    text: str


@dataclass(frozen=True)
class Procedures:
    """The company's rules: the learner reads them, the evaluator reads the same."""

    delegation: tuple[DelegationLevel, ...]
    dunning: DunningProcedure
    credit: CreditProcedure = CreditProcedure()
    sales: SalesProcedure = SalesProcedure()
    supply: SupplyProcedure = SupplyProcedure()
    alerts: AlertProcedure = AlertProcedure()
    hardened: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    terms_of_sale: tuple[Article, ...] = ()

    def level(self, post: str) -> DelegationLevel:
        """Delegation of a post; a post without a line may decide nothing."""
        for level in self.delegation:
            if level.post == post:
                return level
        return DelegationLevel(post, post, 0, 0, 0, 0)


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
