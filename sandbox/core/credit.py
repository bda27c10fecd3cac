"""Credit control as arithmetic: exposure, decision, score, suggested limit, delegation."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from sandbox.core.money import WHOLE, divide_half_up, rate_of, share
from sandbox.core.units import Cents, Days, Rate

WARN_FROM: Rate = 8_000
COMMERCIAL_YEAR_DAYS = 360
LIMIT_STEP: Cents = 10_000
NEW_CUSTOMER_LIMIT: Cents = 150_000
EQUITY_PART: Rate = 1_000


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a customer may cost us, in cents: open invoices alone, then everything under way."""

    accounting: Cents
    total: Cents
    limit: Cents

    @property
    def available(self) -> Cents:
        """What is left under the limit; negative over it."""
        return self.limit - self.total

    @property
    def usage(self) -> Rate:
        """Part of the limit in use."""
        return rate_of(self.total, self.limit)


class Verdict(StrEnum):
    """What the credit check says of an order."""

    ACCEPT = "accept"
    ACCEPT_WITH_WARNING = "accept_with_warning"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class CreditCheck:
    """Answer to « may this order be taken? », in cents; the excess is the deposit that frees it."""

    after: Cents
    usage: Rate
    verdict: Verdict
    excess: Cents


class SectorRisk(StrEnum):
    """How risky a customer's trade is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Score:
    """Points per criterion of the house grid, out of 100."""

    points: dict[str, int]

    @property
    def total(self) -> int:
        """Sum of the points."""
        return sum(self.points.values())

    @property
    def score_class(self) -> str:
        """A from 80 points, B from 60, C from 40, else D."""
        return next((name for name, least in _CLASSES if self.total >= least), "D")


_CLASSES = (("A", 80), ("B", 60), ("C", 40))
_FACTORS: dict[str, Rate] = {"A": 12_500, "B": 10_000, "C": 5_000, "D": 0}
_SECTOR_POINTS = {SectorRisk.LOW: 10, SectorRisk.MEDIUM: 5, SectorRisk.HIGH: 0}


class Post(IntEnum):
    """Posts that may approve, in rising order of power."""

    SALES_ASSISTANT = 1
    SALES_REP = 2
    SALES_MANAGER = 3
    CREDIT_MANAGER = 4
    DIRECTOR = 5

    @property
    def code(self) -> str:
        """Stable English name."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """French name of the post."""
        return _POSTS[self]


_POSTS = {
    Post.SALES_ASSISTANT: "assistant commercial",
    Post.SALES_REP: "commercial",
    Post.SALES_MANAGER: "responsable commercial",
    Post.CREDIT_MANAGER: "responsable crédit",
    Post.DIRECTOR: "direction",
}


@dataclass(frozen=True, slots=True)
class Powers:
    """What a post may grant; None means that it is not for this post at all."""

    order_net: Cents
    discount: Rate | None
    over_limit: Rate | None
    instalments: int
    plan_days: Days
    goodwill: Cents


# The house's delegation table; above it, the director.
POWERS: dict[Post, Powers] = {
    Post.SALES_ASSISTANT: Powers(500_000, 500, None, 2, 30, 10_000),
    Post.SALES_REP: Powers(1_000_000, 1_000, None, 2, 45, 25_000),
    Post.SALES_MANAGER: Powers(3_000_000, 2_000, 1_000, 3, 90, 50_000),
    Post.CREDIT_MANAGER: Powers(3_000_000, None, 2_500, 6, 180, 100_000),
}


def exposure(
    *,
    open_invoices: Cents,
    credit_notes: Cents = 0,
    bills: Cents = 0,
    delivered_not_invoiced: Cents = 0,
    open_orders: Cents = 0,
    deposits: Cents = 0,
    limit: Cents = 0,
) -> Exposure:
    """Exposure on a customer from what is open, all with tax, in cents.

    The accounting notion keeps invoices less unallocated credit notes; the house's adds bills not
    matured, deliveries to invoice and open orders, less deposits received.
    """
    accounting = open_invoices - credit_notes
    total = accounting + bills + delivered_not_invoiced + open_orders - deposits
    return Exposure(accounting, total, limit)


def check_order(total: Cents, limit: Cents, order_gross: Cents) -> CreditCheck:
    """Check an order (with tax) against the limit: a warning from 80 %, a block over 100 %."""
    after = total + order_gross
    excess = max(0, after - limit)
    usage = rate_of(after, limit)
    if excess:
        verdict = Verdict.BLOCK
    elif after * WHOLE >= limit * WARN_FROM and after > 0:
        verdict = Verdict.ACCEPT_WITH_WARNING
    else:
        verdict = Verdict.ACCEPT
    return CreditCheck(after, usage, verdict, excess)


def score(
    *,
    age_years: int,
    equity_positive: bool,
    incident: bool,
    average_delay: Days | None,
    bureau_score: int,
    sector_risk: SectorRisk,
) -> Score:
    """House score of a customer; `average_delay` is None without history, bureau score is 0-100."""
    return Score(
        {
            "age_years": _age_points(age_years),
            "equity_positive": 10 if equity_positive else 0,
            "incident": 0 if incident else 25,
            "average_delay": _delay_points(average_delay),
            "bureau_score": min(25, divide_half_up(bureau_score, 4)),
            "sector_risk": _SECTOR_POINTS[sector_risk],
        }
    )


def class_factor(score_class: str) -> Rate:
    """Multiplier of the limit for a class (A to D), 100 % = 10000; raises KeyError for others."""
    return _FACTORS[score_class]


def flow_limit(yearly_gross: Cents, terms: Days) -> Cents:
    """Limit by flow: yearly sales with tax, for the days of the terms."""
    return divide_half_up(yearly_gross * terms, COMMERCIAL_YEAR_DAYS)


def equity_limit(equity: Cents) -> Cents:
    """Limit by strength: 10 % of the customer's equity."""
    return share(equity, EQUITY_PART)


def suggested_limit(yearly_gross: Cents, terms: Days, equity: Cents, score_class: str) -> Cents:
    """Smaller of the flow limit and 10 % of equity, times the class factor, down to 100 euros."""
    smaller = max(0, min(flow_limit(yearly_gross, terms), equity_limit(equity)))
    return share(smaller, class_factor(score_class)) // LIMIT_STEP * LIMIT_STEP


def approver(
    *,
    order_net: Cents = 0,
    discount: Rate = 0,
    over_limit: Rate = 0,
    instalments: int = 0,
    plan_days: Days = 0,
    goodwill: Cents = 0,
) -> Post:
    """The highest post that any criterion calls for; `over_limit` is the excess over the limit."""
    asked = Powers(order_net, discount, over_limit, instalments, plan_days, goodwill)
    return max(_lowest_post(name, getattr(asked, name)) for name in Powers.__dataclass_fields__)


def may(post: Post, **asked: int) -> bool:
    """Whether a post can decide alone; same criteria as `approver`."""
    return approver(**asked) <= post


def _lowest_post(criterion: str, asked: int) -> Post:
    if not asked:
        return Post.SALES_ASSISTANT
    for post, powers in POWERS.items():
        most = getattr(powers, criterion)
        if most is not None and asked <= most:
            return post
    return Post.DIRECTOR


def _age_points(years: int) -> int:
    if years < 2:
        return 0
    return 5 if years <= 5 else 10


def _delay_points(days: Days | None) -> int:
    if days is None:
        return 8
    steps = ((5, 20), (15, 12), (30, 5))
    return next((points for most, points in steps if days <= most), 0)
