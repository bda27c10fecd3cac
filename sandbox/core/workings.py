"""Calculations that show their working: each answer with the steps that lead to it, in French."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sandbox.core import late_fees, ledger, pricing
from sandbox.core.calendar import end_of_month
from sandbox.core.cfonb import read_statement
from sandbox.core.money import WHOLE, divide_half_up, share
from sandbox.core.money import format_euros as euro
from sandbox.core.money import format_rate as percent
from sandbox.core.terms import PaymentTerm, due_date, label, term_days
from sandbox.core.units import Cents, Rate


@dataclass(frozen=True)
class Step:
    """One line of a working: what is reckoned, how, and what comes out; ``main`` is the answer."""

    what: str
    how: str
    result: str
    main: bool = False


def margin_steps(cost: Cents, price: Cents, vat: Rate) -> list[Step]:
    """Margin, markup, margin rate and coefficient; raises ValueError for a cost not positive."""
    found = pricing.margin(cost, price, vat)
    gross = pricing.totals([(vat, price)]).gross
    over = f"{euro(found.amount)} ÷"
    return [
        Step("Marge", f"prix HT − coût : {euro(price)} − {euro(cost)}", euro(found.amount), True),
        Step("Taux de marge", f"marge ÷ coût : {over} {euro(cost)}", percent(found.markup)),
        Step("Taux de marque", f"marge ÷ prix HT : {over} {euro(price)}", percent(found.margin)),
        Step("Prix TTC", f"prix HT + {percent(vat)} de TVA", euro(gross)),
        Step(
            "Coefficient multiplicateur",
            f"prix TTC ÷ coût : {euro(gross)} ÷ {euro(cost)}",
            f"{found.coefficient // 100},{found.coefficient % 100:02d}",
        ),
    ]


def price_steps(cost: Cents, wanted: Rate) -> list[Step]:
    """Price net of tax that leaves this margin rate on the price.

    Raises ValueError for a rate of 100 % or more.
    """
    if wanted >= WHOLE:
        raise ValueError("Un taux de marque reste sous 100 % : le coût n'est jamais nul.")
    price = divide_half_up(cost * WHOLE, WHOLE - wanted)
    return [
        Step("Part du coût", f"100 % − {percent(wanted)} de marque", percent(WHOLE - wanted)),
        Step("Prix HT", f"{euro(cost)} ÷ {percent(WHOLE - wanted)}", euro(price), True),
        Step("Marge", f"prix HT − coût : {euro(price)} − {euro(cost)}", euro(price - cost)),
    ]


def vat_steps(lines: Sequence[tuple[Rate, Cents]]) -> list[Step]:
    """From nets to the total: VAT once per rate, on the sum of the lines (EN 16931)."""
    foot = pricing.totals(lines)
    steps = []
    for row in foot.vat_rows:
        nets = [euro(net) for rate, net in lines if rate == row.rate]
        if len(nets) > 1:
            steps.append(Step(f"Base à {percent(row.rate)}", " + ".join(nets), euro(row.base)))
        how = f"{euro(row.base)} × {percent(row.rate)}, arrondi au centime"
        steps.append(Step(f"TVA à {percent(row.rate)}", how, euro(row.vat)))
    how = f"{euro(foot.net)} HT + {euro(foot.vat)} de TVA"
    return [*steps, Step("Total TTC", how, euro(foot.gross), True)]


def net_steps(gross: Cents, vat: Rate) -> list[Step]:
    """From a price with tax to its net; the VAT is what is left."""
    net, tax = pricing.from_gross(gross, vat)
    return [
        Step("Prix HT", f"{euro(gross)} ÷ (1 + {percent(vat)})", euro(net), True),
        Step("TVA", f"TTC − HT : {euro(gross)} − {euro(net)}", euro(tax)),
    ]


def due_steps(invoiced: date) -> list[Step]:
    """Every way of counting a due date, for an invoice of this day (C. com. L441-10)."""
    ways = [term for term in PaymentTerm if term != PaymentTerm.PREPAID]
    return [
        Step(label(term)[0].upper() + label(term)[1:], _counted(term, invoiced), _day(due))
        for term in ways
        for due in (due_date(term, invoiced),)
    ]


def rebate_steps(sales: Cents, slices: Sequence[tuple[Cents, Rate]], vat: Rate) -> list[Step]:
    """A year-end rebate by slices; raises ValueError for thresholds that do not rise."""
    starts = [start for start, _ in slices]
    if starts != sorted(set(starts)):
        raise ValueError("Les seuils vont en montant : une tranche commence après la précédente.")
    steps = [
        Step(f"Tranche à {percent(rate)}", f"{euro(part)} × {percent(rate)}", euro(back))
        for part, rate, back in pricing.slices_of(sales, slices)
        if part
    ]
    back = pricing.slice_rebate(sales, slices)
    foot = pricing.totals([(vat, back)])
    whole = share(sales, max(rate for start, rate in slices if start <= sales))
    return [
        *steps,
        Step("Ristourne HT", "somme des tranches", euro(back), True),
        Step("TVA de l'avoir", f"{euro(back)} × {percent(vat)}", euro(foot.vat)),
        Step("Avoir TTC", "ristourne HT + TVA ; compte 7097", euro(foot.gross)),
        Step("À ne pas confondre", "le taux de la dernière tranche sur tout", euro(whole)),
    ]


def doubtful_steps(gross: Cents, vat: Rate, loss: Rate, recovered: Cents) -> list[Step]:
    """A doubtful debt up to its loss; raises ValueError when more came in than was owed."""
    if recovered > gross:
        raise ValueError("Le montant encaissé ne dépasse pas la créance.")
    net = pricing.from_gross(gross, vat)[0]
    doubtful, impaired = ledger.of_doubtful(gross), ledger.of_impairment(gross, vat, loss)
    feared, lost = impaired[0].debit, gross - recovered
    end = {line.account: line.debit for line in ledger.of_bad_debt(gross, recovered, vat)}
    lost_net, tax = end.get(ledger.LOST, 0), end.get(ledger.VAT, 0)
    to, came_from = (line.account for line in doubtful)
    back, reversal = (line.account for line in ledger.of_impairment_back(feared))
    return [
        Step("Créance douteuse", f"le TTC passe du compte {came_from} au compte {to}", euro(gross)),
        Step("Base HT", f"{euro(gross)} ÷ (1 + {percent(vat)})", euro(net)),
        Step("Dépréciation", f"{euro(net)} × {percent(loss)} ; 68174 à 491", euro(feared)),
        Step("Reste perdu, TTC", f"{euro(gross)} − {euro(recovered)} encaissés", euro(lost)),
        Step("Perte HT", f"{euro(lost)} ÷ (1 + {percent(vat)}) ; compte 654", euro(lost_net), True),
        Step("TVA à récupérer", "la perte est définitive (CGI, art. 272-1) ; 44571", euro(tax)),
        Step("Reprise", f"la dépréciation n'a plus d'objet ; {back} à {reversal}", euro(feared)),
    ]


def _counted(term: PaymentTerm, invoiced: date) -> str:
    days, start = term_days(term), _day(invoiced)
    later = invoiced + timedelta(days=days)
    match term:
        case PaymentTerm.EOM_30 | PaymentTerm.EOM_45_A:
            return f"{start} + {days} jours = {_day(later)}, puis le dernier jour de ce mois"
        case PaymentTerm.EOM_30_10:
            month = _day(end_of_month(later))
            return f"{start} + {days} jours, fin de mois = {month}, puis 10 jours"
        case PaymentTerm.EOM_45_B:
            return f"fin du mois de la facture = {_day(end_of_month(invoiced))}, puis {days} jours"
        case PaymentTerm.ON_RECEIPT:
            return "le jour même"
        case _:
            return f"{start} + {days} jours du calendrier"


def late_steps(amount: Cents, rate: Rate, due: date, paid: date) -> list[Step]:
    """Penalties and fixed indemnity of a late payment between businesses (C. com. L441-10)."""
    days = max(0, (paid - due).days)
    penalty = late_fees.penalty(amount, rate, days)
    indemnity = late_fees.fixed_indemnity(1 if days else 0)
    counted = f"du {_day(due)} au {_day(paid)}, l'échéance non comprise"
    formula = f"{euro(amount)} × {percent(rate)} × {days} ÷ 365"
    fixed = "40 € par facture en retard, entre professionnels" if days else "payé à temps"
    whole = f"{euro(amount)} + {euro(penalty)} + {euro(indemnity)}"
    return [
        Step("Jours de retard", counted, f"{days}"),
        Step("Pénalités", formula, euro(penalty)),
        Step("Indemnité forfaitaire", fixed, euro(indemnity)),
        Step("Dû au total", whole, euro(amount + penalty + indemnity), True),
    ]


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def statement_steps(text: str) -> list[Step]:
    """A bank file in the CFONB 120 layout, line by line; raises ValueError."""
    stated = read_statement(text)
    moves = [
        Step(f"{each.on:%d/%m/%Y}", f"{each.label} {each.reference}".strip(), euro(each.amount))
        for each in stated.movements
    ]
    holds = "le compte est juste" if not stated.gap else f"il manque {euro(stated.gap)}"
    return [
        Step("Ancien solde", f"au {stated.opened_on:%d/%m/%Y}", euro(stated.old)),
        *moves,
        Step("Nouveau solde", f"au {stated.closed_on:%d/%m/%Y} : {holds}", euro(stated.new), True),
    ]
