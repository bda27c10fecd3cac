"""What a machine points at in a text: found or not found, never a mark."""

import pytest

from sandbox.evaluation.judgement.aids import Aids, aids, language_of
from sandbox.evaluation.judgement.spelling import unknown_words

FRENCH = """Bonjour Madame,

Nous avons bien reçu votre comande CDE-2026-000003 de 1 234,56 €. En raison d'une rupture, nous vous
proposons 2 bureaux le 18 novembre et 2 le 25/11/2026. Je vous rappelle demain.

Cordialement"""
ENGLISH = """Dear Sir, thank you for your order CDE-2026-000004. Because of a strike we can deliver
on 4 November. You will recieve a confirmation of €1,200.00. Kind regards"""


def found(pointed: Aids, label: str) -> tuple[str, ...]:
    return next(one.found for one in pointed.facts + pointed.moves if one.label.startswith(label))


def test_a_whole_french_letter() -> None:
    pointed = aids(FRENCH, "CDE-2026-000003")
    assert pointed.language_label == "français"
    assert found(pointed, "Numéro") == ("CDE-2026-000003",)
    assert found(pointed, "Montants") == ("1 234,56 €",)
    assert found(pointed, "Dates") == ("18 novembre", "25/11/2026", "demain")
    assert all(one.found for one in pointed.moves)
    assert pointed.unknown == ("comande",)


def test_a_whole_english_letter() -> None:
    pointed = aids(ENGLISH)
    assert pointed.language == "en"
    assert found(pointed, "Montants") == ("€1,200.00",)
    assert found(pointed, "Suite") == ("You will",)
    assert all(one.found for one in pointed.moves)
    assert pointed.unknown == ("recieve",)


def test_the_number_of_another_order_is_not_the_one_expected() -> None:
    assert found(aids(FRENCH, "CDE-2026-000009"), "Numéro") == ()


def test_a_dry_note_lacks_what_it_lacks() -> None:
    pointed = aids("Stock faible sur les lampes, il faut voir.")
    assert not any(one.found for one in pointed.facts + pointed.moves)
    assert pointed.words == 8


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Merci pour votre message.", "fr"),
        ("Thank you for the order.", "en"),
        ("OK 12", ""),
        ("", ""),
    ],
)
def test_the_language_is_said_only_when_the_words_tell(text: str, language: str) -> None:
    assert language_of(text) == language


def test_names_references_and_addresses_are_not_misspelt() -> None:
    text = "Mme Vasseur, voir CDE-2026-000003 et contact@hevea.example : lettrage du reliquat."
    assert unknown_words(text, "fr") == ()
    assert unknown_words("zzzzxx", "") == ()
