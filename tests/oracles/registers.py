"""Delivery periods, personal data, numbering and identifiers."""

from datetime import datetime

from sandbox.core import deadlines, identifiers, numbering
from sandbox.core.calendar import PARIS, add_months
from sandbox.core.prospecting import consumer_call_allowed
from tests.oracles.adapters import Inputs, answers, day


@answers("l133_3_1", "l133_3_2", "l133_3_3")
def protest(given: Inputs) -> Inputs:
    received = day(given["received"])
    return {
        "last_day": str(deadlines.carrier_protest_by(received)),
        "prudent_internal_deadline": str(deadlines.carrier_protest_prudent(received)),
    }


@answers("cmr_30")
def hidden_damage(given: Inputs) -> Inputs:
    return {"last_day": str(deadlines.cmr_hidden_damage_by(day(given["received"])))}


@answers("cmr_30_delay")
def delay(given: Inputs) -> Inputs:
    return {"last_day": str(deadlines.cmr_delay_by(day(given["placed_at_disposal"])))}


@answers("b2c_delivery")
def consumer_delivery(given: Inputs) -> Inputs:
    return {"latest": str(deadlines.consumer_delivery_by(day(given["order"])))}


@answers("archive")
def archive(given: Inputs) -> Inputs:
    invoiced, year_end = day(given["invoice"]), day(given["fy_end"])
    kept = deadlines.invoice_retention(invoiced, year_end)
    return {
        "commercial_10y_until": str(kept.commercial),
        "tax_6y_until": str(kept.tax),
        "keep_until": str(kept.keep_until),
    }


@answers("call_hours")
def call_hours(given: Inputs) -> Inputs:
    def allowed(why: str, at: str) -> bool:
        moment = datetime.fromisoformat(at).replace(tzinfo=PARIS)
        prospecting, agreed = "not prospecting" not in why, why != "no consent"
        return consumer_call_allowed(moment, prospecting=prospecting, agreed=agreed)

    return {"allowed": [allowed(*case) for case in given["cases"]]}


@answers("gdpr_prospect")
def prospect(given: Inputs) -> Inputs:
    until = deadlines.prospect_data_until(day(given["last_contact_by_person"]))
    return {"delete_from": str(until), "overdue": day(given["today"]) >= until}


@answers("gdpr_request", "gdpr_request_eom")
def rights_request(given: Inputs) -> Inputs:
    received = day(given["received"])
    answer_by = str(deadlines.rights_answer_by(received))
    return {
        "answer_by": answer_by,
        "if_extended": str(deadlines.rights_answer_by(received, extended=True)),
        "raw": str(add_months(received, 1)),
        "working_day": answer_by,
    }


@answers("gdpr_breach")
def breach(given: Inputs) -> Inputs:
    aware = datetime.fromisoformat(given["aware"]).replace(tzinfo=PARIS)
    return {"notify_by": deadlines.breach_notice_by(aware).replace(tzinfo=None).isoformat()}


@answers("numbering_gap")
def gaps(given: Inputs) -> Inputs:
    issued = zip(given["numbers"], map(day, given["dates"]), strict=True)
    return {
        "missing": list(numbering.missing_references(given["numbers"])),
        "date_regressions": list(numbering.date_regressions(issued)),
    }


@answers("luhn")
def luhn(given: Inputs) -> Inputs:
    return {"valid": [identifiers.is_siren(text) for text in given["candidates"]]}


@answers("siren_set")
def companies(given: Inputs) -> Inputs:
    sirens = [identifiers.make_siren(body) for body in given["bodies"]]
    rows = [
        [siren, identifiers.make_siret(siren, given["nic"]), identifiers.make_vat_fr(siren)]
        for siren in sirens
    ]
    return {"rows": rows}


@answers("vat_key_known")
def vat_key(given: Inputs) -> Inputs:
    return {"vat": identifiers.make_vat_fr(given["siren"])}


@answers("iban")
def ibans(given: Inputs) -> Inputs:
    bank, branch = given["bank"], given["branch"]
    built = [identifiers.make_iban_fr(text, bank, branch) for text in given["accounts"]]
    return {
        "iban": built,
        "rib_keys": [identifiers.rib_key(bank, branch, text) for text in given["accounts"]],
        "valid": [identifiers.is_iban(text) for text in built],
    }


@answers("iban_known")
def known_ibans(given: Inputs) -> Inputs:
    return {"valid": [identifiers.is_iban(text) for text in given["iban"]]}


@answers("ean13")
def articles(given: Inputs) -> Inputs:
    return {"ean": [identifiers.make_ean13(body) for body in given["bodies"]]}
