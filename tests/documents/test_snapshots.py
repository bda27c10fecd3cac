"""A snapshot goes to plain JSON and comes back the same."""

import json

import pytest

from sandbox.core.codec import Malformed
from sandbox.documents.snapshots import KINDS, Snapshot, from_json
from tests.documents import samples


@pytest.mark.parametrize("snapshot", samples.one_of_each(), ids=lambda s: s.reference)
def test_a_snapshot_survives_the_outbox(snapshot: Snapshot) -> None:
    stored = json.loads(json.dumps(snapshot.to_json()))
    assert from_json(stored) == snapshot


def test_every_kind_has_a_sample() -> None:
    assert {snapshot.kind for snapshot in samples.one_of_each()} == set(KINDS)


def test_dates_are_iso_and_amounts_are_integers_of_cents() -> None:
    stored = samples.invoice().to_json()
    assert stored["kind"] == "invoice"
    assert stored["due_on"] == "2026-12-25"
    assert stored["totals"]["gross"] == 322_004


def test_an_unknown_kind_is_refused_in_french() -> None:
    with pytest.raises(Malformed, match="genre de document inconnu : « poème »"):
        from_json({"kind": "poème"})
