"""What is typed in the grid, read and priced without keeping anything."""

import pytest

from sandbox.core.money import format_euros
from sandbox.erp.forms.selling import TypedLine
from sandbox.erp.models import ApprovalKind
from sandbox.erp.preview import Preview, preview
from sandbox.supply.models import Product
from tests.factories.world import procedures

CATALOGUE = [
    Product(id=number, reference=reference, label=label, price=price, vat_rate=vat, eco=0)
    for number, (reference, label, price, vat) in enumerate(
        (
            ("MOB-001", "Bureau réglable", 2490000, 2000),
            ("MOB-002", "Bureau droit", 1490000, 2000),
            ("MOB-011", "Guide", 237000, 550),
        ),
        1,
    )
]


def seen(*lines: TypedLine) -> Preview:
    """The preview of these lines, no customer chosen yet."""
    return preview(lines, CATALOGUE, None, procedures(), "assistant")


@pytest.mark.parametrize("text", ["MOB-001", "mob-001", "réglable", "REGLABLE"])
def test_an_article_is_known_by_its_reference_or_by_enough_of_its_name(text: str) -> None:
    [line] = seen(TypedLine(text, "4")).lines
    assert line.product is CATALOGUE[0]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (TypedLine("bureau", "1"), "désigne plusieurs articles"),
        (TypedLine("armoire", "1"), "n'est pas au catalogue"),
        (TypedLine("", "1"), "Choisissez un article"),
        (TypedLine("MOB-001", "0"), "entier, 1 ou plus"),
        (TypedLine("MOB-001", "2,5"), "entier, 1 ou plus"),
        (TypedLine("MOB-001", ""), "entier, 1 ou plus"),
        (TypedLine("MOB-001", "1", discount="101"), "Une remise va de 0 à 100 %."),
        (TypedLine("MOB-001", "1", discount="abc"), "n'est pas un taux"),
        (TypedLine("MOB-001", "1", unit_price="12,34567"), "trop de décimales"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_counts_for_nothing(
    line: TypedLine, error: str
) -> None:
    found = seen(TypedLine("MOB-011", "1"), line)
    assert error in found.lines[1].error
    assert not found.lines[1].error.startswith("Ligne")
    assert (found.readable, found.goods) == (False, 2370)


def test_blank_lines_are_left_out() -> None:
    found = seen(TypedLine(), TypedLine("MOB-011", "2"), TypedLine())
    assert (len(found.lines), len(found.drafts), found.readable) == (3, 1, True)


def test_totals_are_those_of_the_quote_to_come() -> None:
    found = seen(TypedLine("MOB-001", "2", discount="5"), TypedLine("MOB-011", "1 000"))
    assert (found.goods, found.carriage) == (47310 + 2370000, 0)
    assert format_euros(found.totals.gross) == "25 571,22 €".replace(" ", "\u202f", 1).replace(
        " ", "\u00a0"
    )


@pytest.mark.parametrize(
    ("line", "breaches"),
    [
        (TypedLine("MOB-001", "1", discount="5"), set()),
        (TypedLine("MOB-001", "1", discount="5,5"), {ApprovalKind.DISCOUNT}),
        (TypedLine("MOB-001", "1", unit_price="200"), {ApprovalKind.DISCOUNT}),
        (TypedLine("MOB-001", "21"), {ApprovalKind.ORDER_AMOUNT}),
    ],
)
def test_what_needs_an_approval_is_said_while_typing(
    line: TypedLine, breaches: set[ApprovalKind]
) -> None:
    assert set(seen(line).breaches) == breaches


def test_nobody_is_told_off_for_the_quantity_that_they_are_about_to_type() -> None:
    waiting, wrong = seen(TypedLine("MOB-001", ""), TypedLine("MOB-001", "zéro")).lines
    assert (waiting.unfinished, waiting.product) == (True, CATALOGUE[0])
    assert (wrong.unfinished, wrong.product) == (False, CATALOGUE[0])
