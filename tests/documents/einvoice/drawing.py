"""Invoices drawn at random, coherent to the cent: what the forms must carry without a scratch."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from sandbox.core.vat import VatReason
from sandbox.documents.parts import Allowance, Line
from sandbox.documents.snapshots import Bill
from tests.documents import samples
from tests.documents.einvoice import bills

RATES = (2_000, 1_000, 550, 210)
ROADS = {
    "domestic": (samples.LUMEN, ""),
    "intra-EU": (bills.BRUSSELS, VatReason.INTRA_EU_SUPPLY.mention),
    "export": (bills.GENEVA, VatReason.EXPORT.mention),
    "reverse charge": (bills.BRUSSELS, VatReason.REVERSE_CHARGE.mention),
    "exempt": (samples.LUMEN, bills.FRANCHISE),
}
UNITS = ("pièce", "heures", "forfait", "m²", "lot", "palette", "poste", "")
names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(lambda text: f"N{text}")
lines = st.builds(
    bills.line,
    quantity=st.integers(1, 2_000),
    unit_price=st.integers(0, 20_000_000),
    vat_rate=st.sampled_from(RATES),
    discount_rate=st.just(0) | st.integers(1, 9_000),
    eco_unit=st.just(0) | st.integers(1, 5_000),
    unit=st.sampled_from(UNITS),
    label=names,
)


@st.composite
def drawn_bills(draw: Callable[..., object]) -> Bill:
    """An invoice or a credit note, from 1 to 60 lines, on one of the roads of VAT."""
    customer, mention = ROADS[draw(st.sampled_from(sorted(ROADS)))]
    found = draw(st.lists(lines, min_size=1, max_size=60))
    if mention:
        found = [replace(one, vat_rate=0) for one in found]
    customer = replace(customer, name=draw(names), street=draw(names))
    mentions = (*bills.MENTIONS, *([f"{mention}."] if mention else []))
    who = {"customer": customer, "mentions": mentions, "delivery_address": None}
    if draw(st.booleans()):
        return bills.credit_note(found, **who)
    allowances = draw(_allowances(found))
    carriage = draw(st.just(0) | st.integers(1, 90_000))
    foot = bills.foot(found, carriage, found[0].vat_rate, allowances)
    deposit = draw(st.just(0) | st.integers(0, max(foot.gross, 0)))
    foot = bills.foot(found, carriage, found[0].vat_rate, allowances, deposit)
    return bills.invoice(found, foot, **who)


@st.composite
def _allowances(draw: Callable[..., object], found: list[Line]) -> tuple[Allowance, ...]:
    """A discount on the whole, split among the rates it bears on."""
    if draw(st.booleans()):
        return ()
    bases = {rate: sum(one.net for one in found if one.vat_rate == rate) for rate in (*RATES, 0)}
    return tuple(
        Allowance(label="Remise", amount=draw(st.integers(1, base)), vat_rate=rate)
        for rate, base in bases.items()
        if base
    )
