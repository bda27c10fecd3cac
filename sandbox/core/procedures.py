"""The company's procedures: what the learner reads, and the evaluator with the same eyes.

Plain data, without the database: rules of the evaluator are built on it.
"""

from dataclasses import dataclass, field
from typing import Literal

from sandbox.core.complaints import ComplaintProcedure
from sandbox.core.money import share
from sandbox.core.paperwork import MATRIX, PACKAGING, PLAN, Folder, PackagingOption
from sandbox.core.segments import SEGMENTS, SegmentRule
from sandbox.core.units import Cents, Days, Minutes, Rate

# Posts that may be told of a topic, unless the company says otherwise.
RECIPIENTS: dict[str, tuple[str, ...]] = {
    "stock": ("purchasing", "warehouse"),
    "purchase": ("purchasing",),
    "delivery": ("shipping", "warehouse", "sales_rep"),
    "delay": ("sales_rep", "shipping", "purchasing", "director"),
    "invoice": ("accounting",),
    "payment": ("accounting",),
    "credit": ("director", "accounting"),
    "claim": ("after_sales", "sales_rep", "director"),
    "fraud": ("director",),
    "litigation": ("litigation", "director", "accounting"),
    "privacy": ("data_protection", "director"),
}


@dataclass(frozen=True)
class DelegationLevel:
    """What a post may decide alone; amounts net of VAT, in ascending order of power."""

    post: str
    label: str
    order_net: Cents
    discount: Rate
    over_limit: Rate
    goodwill: Cents
    instalments: int = 2
    plan_days: Days = 30


@dataclass(frozen=True)
class CreditProcedure:
    """Which sum is compared with the limit, and what holds an order.

    An amount with tax is unusual above so many times the customer's mean order, or above a share
    of the limit (``unusual_share``; none when it is nought).
    """

    definition: Literal["outstanding", "exposure"] = "exposure"
    warn_from: Rate = 8000
    check_valid_minutes: Minutes = 480
    overdue_block_days: Days = 30
    unusual_multiple: int = 2
    unusual_share: Rate = 0

    def unusual(self, gross: Cents, mean: Cents, limit: Cents) -> bool:
        """Whether cents with tax are unusual for a customer of this mean order and this limit."""
        many = mean > 0 and gross > self.unusual_multiple * mean
        return many or (self.unusual_share > 0 and gross > share(limit, self.unusual_share) > 0)


@dataclass(frozen=True)
class SalesProcedure:
    """Delays of the sales desk, in company working minutes or days.

    ``margin_floor`` is the least margin on price (« taux de marque ») of a quote;
    ``marketplace`` is where the company sells, which keeps a commission on the price without tax.
    """

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
    margin_floor: Rate = 0
    marketplace: str = ""
    marketplace_commission: Rate = 0


@dataclass(frozen=True)
class DunningStep:
    """One step of the collection procedure, counted in days from the due date."""

    level: Literal[
        "pre_reminder",
        "call",
        "reminder_1",
        "reminder_2",
        "reminder_3",
        "formal_notice",
        "litigation",
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
    aged_balance_days: Days = 5
    bank_check_minutes: Minutes = 480
    broken_promise_minutes: Minutes = 480

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
    chase_minutes: Minutes = 480
    receipt_minutes: Minutes = 480
    notice_minutes: Minutes = 480
    urgent_notice_minutes: Minutes = 240
    urgent_within_days: Days = 2
    count_value: Cents = 10000
    count_rate: Rate = 200
    count_decided_by: str = "director"
    date_rounds: int = 3
    seller_rating: int = 35

    def gap_needs_approval(self, value: Cents, rate: Rate) -> bool:
        """Whether a gap (cents, hundredths of a percent) is somebody else's to accept."""
        return abs(value) > self.count_value or abs(rate) > self.count_rate


@dataclass(frozen=True)
class AlertProcedure:
    """Whom to tell of what (posts by topic), and how fast."""

    high_stake: Cents = 500000
    urgent_minutes: Minutes = 120
    minutes: Minutes = 480
    small_alerts_to_director: int = 2
    recipients: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(RECIPIENTS))
    matrix: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(MATRIX))


@dataclass(frozen=True)
class RelationProcedure:
    """Delays and bounds of the customer relation, and of working with others."""

    answer_minutes: Minutes = 480
    note_minutes: Minutes = 240
    note_words: int = 8
    change_minutes: Minutes = 480
    reading_minutes: Minutes = 960
    holding_reply_minutes: Minutes = 240
    split_days: Days = 5
    needless_requests: int = 1
    waiting_items: int = 4
    inversions: int = 1
    shared_rate: Rate = 8000
    english_least: int = 60
    english_most: int = 180
    letter_cost: Cents = 155
    registered_cost: Cents = 758


@dataclass(frozen=True)
class ShippingProcedure:
    """How goods are packed and grouped; take-back of used goods one for one (AGEC)."""

    packaging: tuple[PackagingOption, ...] = PACKAGING
    grouped_days: tuple[int, ...] = (1, 3)
    take_back_price: Cents = 0


@dataclass(frozen=True)
class FilingProcedure:
    """Filing plan and naming rule: fields are {date}, {kind}, {number}, {partner}.

    ``sort_minutes`` is the company time given to sort a box of old papers.
    """

    plan: tuple[Folder, ...] = PLAN
    naming: str = "{date}_{kind}_{number}_{partner}"
    needless_from: int = 3
    sort_minutes: Minutes = 480

    def folder_of(self, kind: str) -> Folder:
        """Where a kind of paper goes: the last folder when the plan does not say."""
        return next((folder for folder in self.plan if kind in folder.kinds), self.plan[-1])


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
    shipping: ShippingProcedure = ShippingProcedure()
    filing: FilingProcedure = FilingProcedure()
    alerts: AlertProcedure = AlertProcedure()
    relation: RelationProcedure = RelationProcedure()
    complaints: ComplaintProcedure = field(default_factory=ComplaintProcedure)
    segments: tuple[SegmentRule, ...] = SEGMENTS
    hardened: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    terms_of_sale: tuple[Article, ...] = ()

    def level(self, post: str) -> DelegationLevel:
        """Delegation of a post; a post without a line may decide nothing."""
        for level in self.delegation:
            if level.post == post:
                return level
        return DelegationLevel(post, post, 0, 0, 0, 0)
