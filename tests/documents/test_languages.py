"""One layout, two languages: the words stand in files of their own, and say the same things."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from sandbox.core.codec import Malformed
from sandbox.documents.rendering import TEMPLATES, render
from sandbox.documents.snapshots import from_json
from sandbox.documents.specimens import abroad, in_english, recovery
from tests.documents.reading import pages

FRENCH_ONLY = {
    "shipping_instruction", "picking_list", "waybill", "payment_plan", "carrier_protest",
    "claim_declaration", "litigation_slip", "access_response", "evaluation_booklet",
}  # fmt: skip


def words(language: str) -> dict[str, Any]:
    return tomllib.loads((TEMPLATES / f"words-{language}.toml").read_text(encoding="utf-8"))


def flat(said: object, *path: object) -> Iterator[tuple[str, str]]:
    """Every sentence with the path that leads to it."""
    if isinstance(said, dict | list):
        for key, item in said.items() if isinstance(said, dict) else enumerate(said):
            yield from flat(item, *path, key)
    else:
        yield ".".join(map(str, path)), str(said)


def test_what_leaves_france_says_the_same_things_in_both_languages() -> None:
    french, english = words("fr"), words("en")
    assert set(french) - set(english) == FRENCH_ONLY
    exported = {key: part for key, part in french.items() if key in english}
    assert dict(flat(exported)).keys() == dict(flat(english)).keys()


def test_a_translation_has_the_blanks_of_the_original() -> None:
    french, english = dict(flat(words("fr"))), dict(flat(words("en")))
    assert {
        key
        for key in english.keys() - {"format.short_day"}
        if set(re.findall(r"{.*?}", french[key])) != set(re.findall(r"{.*?}", english[key]))
    } == set()


def test_french_words_never_leave_a_sign_alone_at_the_start_of_a_line() -> None:
    loose = re.compile(r" [:;!?»%€]|« |nº ")
    assert [said for _, said in flat(words("fr")) if loose.search(said)] == []


def test_every_word_is_said_by_a_template() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ"))
    chosen = re.compile(r"_copy$|to_pay_|\.level_|^supplies|^format|safeguard|recovery|winding_up")
    unsaid = {
        path
        for path, _ in flat(words("fr"))
        if not chosen.search(path) and not re.search(rf"[.\"]{path.split('.')[1]}\b", templates)
    }
    assert unsaid == set()


@pytest.mark.parametrize("snapshot", in_english(), ids=lambda snapshot: snapshot.reference)
def test_an_english_document_has_no_french_word_of_ours(snapshot: Any) -> None:
    text = " ".join(pages(render(snapshot))).casefold()
    english = {said for _, said in flat(words("en"))}
    french = {said for _, said in flat(words("fr")) if len(said) > 5} - english
    assert [said for said in french if re.search(rf"\b{re.escape(said.casefold())}\b", text)] == []


def test_english_figures_and_dates_cannot_be_misread() -> None:
    (text,) = pages(render(abroad.export_quote()))
    assert "Valid until 3 December 2026" in text
    assert "12 piece 589.00 8% 0% 6 502.56" in text
    assert "Total incl. VAT €9 870.56" in text
    assert "35000 Rennes, France" in text


def test_an_english_formal_notice_demands_the_same_sums() -> None:
    (text,) = pages(render(abroad.export_formal_notice()))
    assert "formal notice to pay us the sum of €10 018.99 no later than 9 February 2027" in text
    assert "By registered letter with proof of delivery, No. RB 000 000 002 FR" in text
    assert "annual rate of 12.15%" in text


def test_a_pro_forma_says_that_it_is_no_invoice() -> None:
    (text,) = pages(render(abroad.pro_forma()))
    assert "This document is not a VAT invoice" in text
    assert "Origin of goods France (EU)" in text


def test_a_paper_of_french_law_alone_has_no_english_version() -> None:
    asked = {**recovery.payment_plan().to_json(), "language": "en"}
    with pytest.raises(Malformed, match="language : « en » n'est pas permis"):
        from_json(asked)


def test_french_says_de_nadia_but_d_ines() -> None:
    (text,) = pages(render(abroad.export_quote()))
    assert "For the attention of Sanne de Vries" in text
    (text,) = pages(render(recovery.carrier_protest()))
    assert "À l’attention d’Erwan Kervella" in text
