"""The journal in French: every verb has its words, and every field of a sentence exists."""

from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.journal.payloads import (
    ClockAdvanced,
    CustomerUpdated,
    MessageRead,
    OrderAcknowledged,
    verbs,
)
from sandbox.journal.recording import canonical
from sandbox.training.glossary import GLOSSARY
from sandbox.training.wording import WORDING, said, who
from tests.factories.world import World

GLOSSARY_FILE = Path(__file__).parents[2] / "docs" / "glossaire.md"
NAMES = {"CLI-0001": "Atelier Lumen"}


def test_every_verb_has_its_words() -> None:
    assert WORDING.keys() == verbs.keys()


@pytest.mark.parametrize("verb", sorted(verbs))
def test_a_sentence_says_only_what_the_payload_holds(verb: str) -> None:
    used = {name for _, name, _, _ in Formatter().parse(WORDING[verb].sentence) if name}
    assert used <= {field.name for field in fields(verbs[verb])}


def test_amounts_dates_and_names_are_written_out(world: World) -> None:
    payload = OrderAcknowledged("CLI-0001", 123456, world.setting.starts_at.date())
    sentence = said("order.acknowledged", canonical(encode(payload)), world.setting, NAMES)
    expected = "Accusé de réception envoyé à Atelier Lumen : livraison le 02/11/2026."
    assert sentence == expected


def test_the_fields_that_changed_are_named(world: World) -> None:
    payload = canonical(encode(CustomerUpdated(("note", "siren", "terms"), ())))
    sentence = said("customer.updated", payload, world.setting, {})
    assert sentence == "Fiche client mise à jour : Note, SIREN, Conditions de règlement."


def test_a_moment_is_written_out(world: World) -> None:
    payload = canonical(encode(ClockAdvanced(world.setting.starts_at)))
    assert "2\u00a0nov. 8:30" in said("clock.advanced", payload, world.setting, {})


def test_what_is_not_known_is_a_dash(world: World) -> None:
    payload = canonical(encode(MessageRead("director", "welcome", None, None)))
    assert "Directrice commerciale" in said("message.read", payload, world.setting, {})


def test_people_are_called_as_the_learner_knows_them(ctx: Context) -> None:
    called = [
        who(post, ctx.setting, NAMES) for post in ("learner", "customer:CLI-0001", "director")
    ]
    assert called == ["Vous", "Atelier Lumen", "Directrice commerciale"]


def test_the_glossary_is_long_enough_and_each_entry_is_one_sentence() -> None:
    assert len(GLOSSARY) >= 40
    for text in GLOSSARY.values():
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")
        assert ". " not in text


def test_every_word_of_the_glossary_is_in_the_normative_list() -> None:
    rows = GLOSSARY_FILE.read_text(encoding="utf-8").splitlines()
    listed = {row.split("|")[1].strip() for row in rows if row.startswith("| ")}
    assert set(GLOSSARY) - listed == set()
