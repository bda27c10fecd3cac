"""Entries of documents, and the month in which VAT is due."""

from sandbox.core import ledger
from sandbox.core.fec import file_name
from sandbox.core.money import share
from sandbox.core.pricing import (
    PRICE_UNITS_PER_CENT,
    from_gross,
    line_net,
    price_cascade,
    slice_rebate,
    totals,
)
from tests.oracles.adapters import Inputs, answers, cents, day, money, rate


def written(entry: ledger.Entry) -> list[list[object]]:
    return [
        [
            line.account,
            money(line.debit) if line.debit else 0,
            money(line.credit) if line.credit else 0,
        ]
        for line in entry
    ]


@answers("je_invoice")
def invoice(given: Inputs) -> Inputs:
    assert given == {"from": "price_cascade"}
    cascade = price_cascade(
        248000, 800, 300, vat=2000, early_payment=200, carriage=4500, eco_contribution=1260
    )
    sold = ledger.Sold(
        goods=cascade.net_commercial,
        carriage=4500,
        eco=1260,
        early=cascade.early_payment_discount,
        vat=cascade.totals.vat,
    )
    entry = ledger.of_invoice(sold)
    debit, credit = ledger.sums(entry)
    return {"lines": written(entry), "debit": money(debit), "credit": money(credit)}


@answers("je_escompte")
def early_payment(given: Inputs) -> Inputs:
    gross = cents(given["invoice_ttc"])
    off = share(gross, rate(given["escompte_pct"]))
    entry = ledger.of_early_payment(gross, *from_gross(off, rate(given["vat"])))
    return {
        "received": money(entry[0].debit),
        "escompte_ht": money(entry[1].debit),
        "escompte_vat": money(entry[2].debit),
        "lines": written(entry),
    }


@answers("je_return")
def returned(given: Inputs) -> Inputs:
    unit_price = cents(given["unit_ht"]) * PRICE_UNITS_PER_CENT
    net = line_net(given["qty"], unit_price, rate(given["remise_pct"]))
    foot = totals([(rate(given["vat"]), net)])
    entry = ledger.of_credit_note(ledger.Sold(goods=foot.net, vat=foot.vat))
    return {
        "ht": money(foot.net),
        "vat_amount": money(foot.vat),
        "ttc": money(foot.gross),
        "lines": written(entry),
    }


@answers("je_bad_debt")
def bad_debt(given: Inputs) -> Inputs:
    debt, vat = cents(given["debt_ttc"]), rate(given["vat"])
    impaired = ledger.of_impairment(debt, vat, rate(given["expected_loss_pct"]))
    return {
        "transfer": written(ledger.of_doubtful(debt)),
        "impairment_ht": written(impaired),
        "final": written(ledger.of_bad_debt(debt, cents(given["recovered_ttc"]), vat)),
        "reversal": written(ledger.of_impairment_back(impaired[0].debit)),
    }


@answers("je_purchase_stock")
def stock_loss(given: Inputs) -> Inputs:
    return {"lines": written(ledger.of_stock_gap(-cents(given["loss"])))}


@answers("fec_name")
def fec_name(given: Inputs) -> Inputs:
    return {"name": file_name(given["siren"], day(given["fy_end"]))}


@answers("ristourne_tranches")
def rebate(given: Inputs) -> Inputs:
    sales = cents(given["sales_ht"])
    slices = [
        (cents(span.rstrip("+").partition("-")[0]), rate(off)) for span, off in given["slices"]
    ]
    foot = totals([(2000, slice_rebate(sales, slices))])
    return {
        "ristourne_ht": money(foot.net),
        "vat": money(foot.vat),
        "ttc": money(foot.gross),
        "account": ledger.REDUCTIONS,
        "whole_turnover_variant_3pct": money(share(sales, slices[-1][1])),
    }


@answers("je_deposit")
def deposit(given: Inputs) -> Inputs:
    gross, tax = cents(given["deposit_ttc"]), rate(given["vat"])
    net, vat = from_gross(gross, tax)
    goods = cents(given["order_ht"])
    final = ledger.Sold(goods=goods, vat=share(goods, tax), deposit_net=net, deposit_vat=vat)
    return {
        "deposit_invoice": written(ledger.of_deposit(net, vat)),
        "payment": written(ledger.of_payment(gross)),
        "final_invoice": written(ledger.of_invoice(final)),
        "balance_due": money(final.due),
    }


@answers("vat_due_month")
def vat_month(given: Inputs) -> Inputs:
    done, sold = given["service"], given["goods"]
    invoiced, paid = day(done["invoice"]), day(done["paid"])
    delivered, billed = day(sold["delivered"]), day(sold["invoiced"])
    due = ledger.vat_due_on
    optional = due(invoiced, invoiced, paid, services=True, debits=True)
    return {
        "service_on_receipts": f"{due(invoiced, invoiced, paid, services=True):%Y-%m}",
        "service_option_debits": f"{optional:%Y-%m}",
        "goods": f"{due(delivered, billed, None, services=False):%Y-%m}",
    }
