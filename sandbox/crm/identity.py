"""A customer's numbers: each must be valid, and all of the same company."""

from typing import Any

from sqlalchemy import select

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.core.identifiers import check_siren, check_siret, check_vat_fr
from sandbox.core.terms import payment_term
from sandbox.crm.errors import (
    DuplicateCustomer,
    InvalidSiren,
    InvalidSiret,
    InvalidVatNumber,
    NameMissing,
    UnknownTerms,
)
from sandbox.crm.models import Customer

CHECKS = (
    ("siren", check_siren, InvalidSiren),
    ("siret", check_siret, InvalidSiret),
    ("vat_number", check_vat_fr, InvalidVatNumber),
    ("terms", payment_term, UnknownTerms),
)


def checked(values: dict[str, Any]) -> dict[str, Any]:
    """Values of a record, trimmed, its numbers without spaces; raises what is wrong with them."""
    values = {n: v.strip() if isinstance(v, str) else v for n, v in values.items()}
    if not values["name"]:
        raise NameMissing
    for name, check, refusal in CHECKS:
        foreign = name == "vat_number" and values["country"] != "FR"
        if values[name] and not foreign:
            values[name] = _passed(values[name], check, refusal)
    _same_company(values)
    return values


def _passed(text: str, check: Any, refusal: type[DomainError]) -> str:
    try:
        return str(check(text))
    except ValueError as error:
        raise refusal(reason=str(error)) from error


def _same_company(values: dict[str, Any]) -> None:
    siren, siret, vat = values["siren"], values["siret"], values["vat_number"]
    if siren and siret and not siret.startswith(siren):
        raise InvalidSiret(reason=f"Le SIRET {siret} n'est pas un établissement du SIREN {siren}.")
    if siren and vat.startswith("FR") and not vat.endswith(siren):
        raise InvalidVatNumber(reason=f"Le numéro de TVA {vat} n'est pas celui du SIREN {siren}.")


def refuse_duplicate(ctx: Context, siren: str, customer_id: int | None = None) -> None:
    """Raise DuplicateCustomer if another record of the run bears this SIREN."""
    if not siren:
        return
    twin = ctx.session.scalar(
        select(Customer).where(
            Customer.run_id == ctx.run.id,
            Customer.siren == siren,
            Customer.id != (customer_id or 0),
        )
    )
    if twin is not None:
        raise DuplicateCustomer(name=twin.name, reference=twin.reference)
