"""The company's handbook as the learner reads it: procedures turned into lines of text."""

from dataclasses import dataclass

from sandbox.core.money import NO_BREAK_SPACE as HARD
from sandbox.core.procedures import SalesProcedure
from sandbox.core.setting import Colleague, DelegationLevel, Procedures, Setting
from sandbox.core.units import Cents, Minutes, Rate
from sandbox.filters import eur_short, plural, rate

_UNBOUNDED: Cents = 10_000_000_00
_CHANNELS = {
    "email": "courriel",
    "phone": "téléphone",
    "letter": "courrier",
    "registered": "lettre recommandée",
}
_DEFINITIONS = {
    "outstanding": "factures non réglées",
    "exposure": "factures non réglées, commandes à facturer et commande du moment",
}


@dataclass(frozen=True)
class DelegationRow:
    """What one post may decide alone, in words."""

    label: str
    order: str
    discount: str
    over_limit: str
    goodwill: str
    yours: bool


@dataclass(frozen=True)
class DunningRow:
    """One step of the collection procedure, in words."""

    label: str
    when: str
    channel: str
    decided_by: str


def delegation(setting: Setting) -> list[DelegationRow]:
    """The delegation table, the learner's own line marked."""
    return [
        _delegation_row(level, level.post == setting.learner_post)
        for level in setting.procedures.delegation
    ]


def _delegation_row(level: DelegationLevel, yours: bool) -> DelegationRow:
    return DelegationRow(
        label=level.label,
        order=_up_to(level.order_net, " HT"),
        discount=_share(level.discount),
        over_limit=_share(level.over_limit),
        goodwill=_up_to(level.goodwill, ""),
        yours=yours,
    )


def _up_to(amount: Cents, tax: str) -> str:
    if amount >= _UNBOUNDED:
        return "sans limite"
    return f"jusqu'à {eur_short(amount)}{tax}" if amount else "aucun"


def _share(hundredths: Rate) -> str:
    if hundredths >= 10_000:
        return "sans limite"
    return f"jusqu'à {rate(hundredths)}" if hundredths else "aucun"


def dunning(setting: Setting) -> list[DunningRow]:
    """The collection procedure, step by step."""
    rules = setting.procedures.dunning
    return [
        DunningRow(
            step.label,
            _after(step.after_days),
            _CHANNELS[step.channel],
            "vous" if step.decided_by == "learner" else post_label(setting, step.decided_by),
        )
        for step in rules.steps
    ]


def _after(days: int) -> str:
    if days < 0:
        return f"{plural(-days, 'jour')} avant l'échéance"
    return f"{plural(days, 'jour')} après l'échéance" if days else "à l'échéance"


def post_label(setting: Setting, post: str) -> str:
    """A post as people call it: the title of who holds it, else its line of delegation."""
    colleague = setting.colleague(post)
    return colleague.title if colleague else setting.procedures.level(post).label


def manager(setting: Setting) -> Colleague | None:
    """Who gives the learner their instructions."""
    return setting.colleague("director") or next(iter(setting.colleagues), None)


def _market(sales: SalesProcedure) -> tuple[str, str]:
    """Where the company sells beside its own shop, and what it costs."""
    return "Place de marché", f"{sales.marketplace}, {rate(sales.marketplace_commission)} du HT"


def delays(procedures: Procedures) -> list[tuple[str, str]]:
    """Delays and amounts of the sales, supply and collection desks."""
    sales, supply, credit = procedures.sales, procedures.supply, procedures.credit
    follow_up = f"entre {sales.follow_up_from_days} et {sales.follow_up_to_days} jours ouvrés"
    share = credit.unusual_share
    of_limit = f", ou plus de {rate(share)} du plafond" if share else ""
    market = [_market(sales)] if sales.marketplace else []
    floor = f"{rate(sales.margin_floor)} au moins" if sales.margin_floor else "jamais à perte"
    return [
        ("Répondre par un devis", f"en {hours(sales.quote_minutes)} ouvrées"),
        ("Validité d'un devis", plural(sales.quote_validity_days, "jour")),
        ("Relancer un devis sans réponse", follow_up),
        ("Accuser réception d'une commande", f"en {hours(sales.acknowledgement_minutes)} ouvrées"),
        ("Facturer après l'expédition", f"en {hours(sales.invoice_minutes)} ouvrées"),
        ("Enregistrer un règlement", f"en {hours(sales.payment_minutes)} ouvrées"),
        ("Réapprovisionner sous le seuil", f"en {hours(supply.replenish_minutes)} ouvrées"),
        ("Port", f"{eur_short(sales.carriage_flat)} HT"),
        ("Franco de port", f"à partir de {eur_short(sales.carriage_free_from)} HT"),
        ("Taux de marque d'un devis", floor),
        *market,
        ("Encours comparé au plafond", _DEFINITIONS[credit.definition]),
        (
            "Montant inhabituel",
            f"plus de {credit.unusual_multiple} fois la commande moyenne{of_limit}",
        ),
        ("Contrôle d'encours valable", f"{hours(credit.check_valid_minutes)} ouvrées"),
        ("Pénalités de retard", f"{rate(procedures.dunning.late_rate)} par an"),
        ("Indemnité forfaitaire", eur_short(procedures.dunning.indemnity)),
    ]


def hours(minutes: Minutes) -> str:
    """Company minutes in words: « 8 heures », « 1 h 30 »."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}{HARD}h{HARD}{rest:02d}" if rest else plural(whole, "heure")
