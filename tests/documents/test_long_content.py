"""Long tables, long names and words that no line can hold."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from sandbox.documents.base import Snapshot
from sandbox.documents.rendering import render
from sandbox.documents.specimens import logistics, one_of_each, parties, selling
from tests.documents.reading import pages, structure

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
A4_WIDTH = 595.3
ODD = '#strong[Léa] & *Fils* $x^2$ "d\'Œuvre" \\ `a` <b> _c_ @d // {e}'


def sixty_lines() -> Snapshot:
    lines = tuple(replace(parties.LINES[0], label=f"Bureau nº {n:02}") for n in range(60))
    return replace(selling.quote(), lines=lines)


def test_a_page_says_what_the_ones_before_it_add_up_to() -> None:
    first, second, third, _feet = pages(render(sixty_lines()))
    carried = [sheet.split("À reporter, HT : ")[1].split(" €")[0] for sheet in (first, second)]
    brought = [
        sheet.split("Report de la page précédente, HT : ")[1].split(" €")[0]
        for sheet in (second, third)
    ]
    assert carried == brought
    cents = int(carried[0].replace(",", "").replace(" ", ""))
    assert cents == first.count("Bureau nº") * parties.LINES[0].net
    assert "À reporter" not in third
    assert "Report de" not in first


def test_a_short_document_carries_nothing_forward() -> None:
    (text,) = pages(render(selling.quote()))
    assert "À reporter" not in text


def test_a_table_over_three_pages_is_one_table_for_who_listens_to_it() -> None:
    tags = structure(render(sixty_lines()))
    assert tags.count("Table") == 1
    assert tags.count("TH") == 8
    assert tags.count("TR") == 61


def left_edges(pdf: bytes) -> list[float]:
    """Where each piece of text begins, from the left edge of its page, in points."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            left = [0.0]
            for instruction in pikepdf.parse_content_stream(page):
                operands = instruction.operands
                match str(instruction.operator):
                    case "q":
                        left.append(left[-1])
                    case "Q":
                        left.pop()
                    case "cm":
                        left[-1] += float(operands[4])
                    case "Tm":
                        found.append(left[-1] + float(operands[4]))
    return found


def test_a_word_that_no_line_can_hold_is_cut_and_stays_on_the_page() -> None:
    line = replace(parties.LINES[0], label=WORD, reference="REFERENCE0123456789")
    named = replace(parties.LUMEN, name=WORD * 2)
    quote = replace(selling.quote(), lines=(line,), customer=named, customer_reference=WORD)
    pdf = render(quote)
    text = "".join(pages(pdf)).replace(" ", "")
    assert text.count(WORD) == 4
    assert "REFERENCE0123456789" in text
    assert max(left_edges(pdf)) < A4_WIDTH - 48


def test_ordinary_words_and_addresses_are_never_cut() -> None:
    (text,) = pages(render(logistics.packing_list()))
    assert "ventes@hevea-mobilier.example" in text


@pytest.mark.parametrize("snapshot", one_of_each(), ids=lambda snapshot: snapshot.reference)
def test_odd_names_print_as_they_are_written(snapshot: Snapshot) -> None:
    odd = replace(snapshot, customer=replace(snapshot.customer, name=ODD), handled_by=ODD)
    assert ODD in " ".join(pages(render(odd)))
