"""Drawing a past year: the same files and the same start give the same sales, everywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sandbox.core import chance
from sandbox.core.calendar import add_months, add_working_days, next_working_day
from sandbox.core.money import WHOLE
from sandbox.core.terms import due_date
from sandbox.core.units import Cents, Days
from sandbox.simulation.happening import LineSheet
from sandbox.simulation.past_year.recipe import Between, SegmentYear
from sandbox.simulation.past_year.sales import LostQuote, PastSale, Year, sale_of
from sandbox.simulation.schema import CompanyFile, CustomerSheet
from sandbox.simulation.story import PastInvoice

# Raised when the same recipe comes to give another year.
EDITION = 3
# The past is that of the company, whoever plays: no run's seed changes it.
SEED = 0
YEAR_DAYS: Days = 365
# An order is worth between half and one and a half times what the customer usually spends.
SPREAD: Between = (50, 150)
WITH_TAX = 120
# One who has stopped paying owes whatever fell due in that time.
STOPPED_PAYING: Days = 75
CENTS = 100
# Why quotes are lost, out of a hundred.
REFUSALS = {"price": 45, "competitor": 25, "timing": 20, "stopped": 10}


def draw_year(company: CompanyFile, told: Sequence[PastInvoice], start: date) -> Year:
    """Sales and lost quotes of the months before a start: by the recipe, and as a scenario says."""
    drawn = _Drawing(company, start).year()
    sales = [*drawn.sales, *(sale_of(invoice) for invoice in told)]
    return Year(tuple(sorted(sales, key=lambda sale: sale.issued_on)), drawn.lost)


@dataclass(frozen=True)
class _Drawing:
    company: CompanyFile
    start: date

    def year(self) -> Year:
        sales, lost = [], []
        for reference, customer in self.company.customers.items():
            if customer.known_since is not None and customer.mean_order and not customer.practice:
                for sale, refused in self._bought(reference, customer):
                    sales.append(sale)
                    lost += refused
        return Year(
            tuple(sorted(sales, key=lambda sale: (sale.issued_on, sale.customer))),
            tuple(sorted(lost, key=lambda quote: (quote.sent_on, quote.customer))),
        )

    def _bought(
        self, reference: str, customer: CustomerSheet
    ) -> Iterator[tuple[PastSale, list[LostQuote]]]:
        habit = self._habit(customer)
        count = _between(habit.orders, reference, "orders", "year")
        first = max(add_months(self.start, -12), customer.known_since or self.start)
        length = (self.start - first).days
        count = max(count * length // YEAR_DAYS, 1) if count else 0
        for number in range(count):
            subject = str(number)
            slot = (number * CENTS + _between((10, 90), reference, "day", subject)) * length
            day = next_working_day(first + timedelta(days=slot // (count * CENTS)))
            sale = self._sale(reference, customer, habit, day, subject)
            if sale.delivered_on < self.start and sale.issued_on < self.start:
                yield sale, list(self._lost(reference, customer, habit, day, subject))

    def _habit(self, customer: CustomerSheet) -> SegmentYear:
        recipe = self.company.past_year
        return (recipe and recipe.segments.get(customer.segment)) or SegmentYear((0, 0))

    def _sale(
        self, reference: str, customer: CustomerSheet, habit: SegmentYear, day: date, subject: str
    ) -> PastSale:
        recipe = self.company.past_year
        if recipe is None:
            raise ValueError("no recipe")
        carrier = chance.pick(sorted(self.company.carriers), SEED, reference, "carrier", subject)
        lines = self._lines(reference, customer, habit, subject)
        ready_in = _between(recipe.departs_in, reference, "departs", subject)
        departs = add_working_days(day, ready_in + self._workshop_days(lines))
        arrives = add_working_days(departs, self.company.carriers[carrier].delay_days)
        quoted = chance.happens(habit.quoted, SEED, reference, "quoted", subject)
        thought = _between(recipe.answers_in, reference, "thinks", subject)
        wrong = chance.happens(recipe.corrected, SEED, reference, "corrected", subject)
        corrected = add_working_days(departs, 3) if wrong else None
        issued = corrected if corrected and corrected < self.start else departs
        number = _between((1000, 9999), reference, "number", subject)
        return PastSale(
            customer=reference,
            lines=lines,
            ordered_on=day,
            shipped_on=departs,
            delivered_on=arrives,
            issued_on=departs,
            corrected_on=corrected if issued == corrected else None,
            paid_on=self._paid_on(reference, customer, issued, subject),
            quoted_on=add_working_days(day, -thought) if quoted else None,
            carrier=carrier,
            customer_reference=f"BC-{number}" if customer.business else "",
            method="transfer" if customer.business else "card",
        )

    def _workshop_days(self, lines: Sequence[LineSheet]) -> Days:
        """Worked days that our workshop needs for what it makes to order."""
        products = (self.company.products[line.product] for line in lines)
        return max((product.make_days for product in products if product.made), default=0)

    def _lines(
        self, reference: str, customer: CustomerSheet, habit: SegmentYear, subject: str
    ) -> tuple[LineSheet, ...]:
        """Articles by what they weigh in our sales, in quantities that make up a usual order."""
        percent = _between(SPREAD, reference, "spends", subject)
        budget: Cents = customer.mean_order * percent // WITH_TAX
        budget = budget * WHOLE // (WHOLE - customer.discount)
        sold = {
            name: max(product.demand * product.price // WHOLE, 1)
            for name, product in self.company.products.items()
            if product.demand and product.price <= budget * CENTS
        } or {self._cheapest(): 1}
        wanted = min(_between(habit.articles, reference, "articles", subject), len(sold))
        chosen: list[str] = []
        for rank in range(wanted):
            left = {name: weight for name, weight in sold.items() if name not in chosen}
            chosen.append(chance.pick(left, SEED, reference, f"article {rank}", subject))
        share = budget * CENTS // len(chosen)
        products = self.company.products
        return tuple(
            LineSheet(name, max((share + products[name].price // 2) // products[name].price, 1))
            for name in chosen
        )

    def _cheapest(self) -> str:
        products = self.company.products
        sold = [name for name, product in products.items() if product.demand] or list(products)
        return min(sold, key=lambda name: products[name].price)

    def _paid_on(
        self, reference: str, customer: CustomerSheet, issued: date, subject: str
    ) -> date | None:
        """Day on which the money came, or will; None when it has yet to fall due, or never will."""
        due = due_date(customer.terms, issued)
        character = self.company.characters.customers.get(reference)
        if character is not None and not character.pays:
            stopped = self.start - due < timedelta(days=STOPPED_PAYING)
            return None if stopped else next_working_day(due)
        if character is not None and character.pays_late is not None:
            late = character.pays_late
        else:
            habit = self.company.habits.get(customer.segment) or {"0": 1}
            late = int(chance.pick(habit, SEED, reference, "pays_late", subject))
        paid = next_working_day(due + timedelta(days=max(late, 0)))
        return None if due >= self.start and paid >= self.start else paid

    def _lost(
        self, reference: str, customer: CustomerSheet, habit: SegmentYear, day: date, subject: str
    ) -> Iterator[LostQuote]:
        recipe, subject = self.company.past_year, f"lost {subject}"
        if recipe is None or not chance.happens(habit.quoted, SEED, reference, "asks", subject):
            return
        if chance.happens(recipe.lost_quotes, SEED, reference, "loses", subject):
            sent = add_working_days(day, _between((2, 20), reference, "sent", subject))
            refused = add_working_days(
                sent, _between(recipe.answers_in, reference, "says no", subject)
            )
            said = chance.happens(WHOLE // 2, SEED, reference, "answers", subject)
            if sent < self.start:
                lines = self._lines(reference, customer, habit, subject)
                told = refused if said and refused < self.start else None
                why = chance.pick(REFUSALS, SEED, reference, "why", subject) if told else ""
                yield LostQuote(reference, lines, sent, told, why)


def _between(bounds: Between, actor: str, purpose: str, subject: str) -> int:
    low, high = bounds
    return chance.between(low, high, SEED, actor, purpose, subject)
