"""Life-cycle messages: valid for an outside kit, read back with French labels."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from sandbox.core.calendar import paris
from sandbox.core.identifiers import make_siren
from sandbox.core.pricing import VatRow
from sandbox.erp.platform import cdar, cdar_reading, flux10
from sandbox.erp.platform.cdar import CashedPart, Firm, Message
from sandbox.erp.platform.reasons import CODES, NEEDED, PUBLIC_REFUSAL, reason_of
from sandbox.erp.platform.reporting import Sale, declared, period_of
from sandbox.erp.platform.roads import Road
from sandbox.erp.platform.statuses import RULES, Party, Status
from tests.conftest import not_run
from tests.factories.world import setting

KIT = Path(__file__).parents[4] / "shared" / "einvoice-kit" / "check_invoice.py"
NOW = paris(2026, 11, 23, 10, 5)
SELLER = Firm("Hévéa Mobilier", make_siren("00011001"), make_siren("00011001"))
BUYER = Firm("Atelier Lumen & Cie", make_siren("00012345"), make_siren("00012345"))


def message(status: Status, **said: object) -> Message:
    """The message of a status, with the reason or the amounts that it needs."""
    (party, *_) = RULES[status].after
    reason = CODES[status][0] if status in NEEDED else ""
    found = Message(
        invoice="FA-2026-000042",
        issued_on=NOW.date(),
        status=status,
        party=party,
        at=NOW,
        seller=SELLER,
        buyer=BUYER,
        reason=reason,
        meaning=reason_of(reason).meaning if reason else "",
        cashed=(CashedPart(30000, 2000), CashedPart(12112, 550)) if status == Status.CASHED else (),
    )
    return replace(found, **said)


def every_message() -> dict[str, Message]:
    """Each status, each reason, each side that may reject."""
    found = {f"{status:d}": message(status) for status in RULES}
    for status, codes in CODES.items():
        found |= {f"{status:d}-{code}": message(status, reason=code) for code in codes}
    found["213-PAR"] = message(Status.REJECTED, party=Party.RECEIVING_PLATFORM)
    found["210-note"] = message(Status.REFUSED, note="Voir le courrier.")
    found["209-piece"] = message(Status.COMPLETED, note="Pièce jointe : BL-2026-000001")
    return found


def check_outside(tmp_path: Path, files: dict[str, bytes]) -> None:
    """All files pass the kit that stands beside the repository; said loudly when it does not."""
    if not KIT.exists():
        not_run("Le banc de conformité extérieur n'est pas là : messages CDAR et flux 10.")
    for name, content in files.items():
        (tmp_path / f"{name}.xml").write_bytes(content)
    command = [sys.executable, str(KIT), *map(str, sorted(tmp_path.iterdir()))]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_an_outside_kit_takes_every_message(tmp_path: Path) -> None:
    check_outside(tmp_path, {name: cdar.write(m) for name, m in every_message().items()})


def test_an_outside_kit_takes_the_e_reporting(tmp_path: Path) -> None:
    rows = (VatRow(2000, 50000, 10000), VatRow(550, 10000, 550))
    sale = Sale("FA-2026-000001", "Une cliente", "FR", Road.CONSUMER, NOW.date(), rows)
    found = declared(period_of(NOW.date()), [sale, replace(sale, reference="FA-2026-000002")])
    check_outside(tmp_path, {"flux10": flux10.write(found, setting().company, NOW)})


def test_the_same_status_gives_the_same_bytes() -> None:
    assert cdar.write(message(Status.DISPUTED)) == cdar.write(message(Status.DISPUTED))


@pytest.mark.parametrize("status", RULES, ids=lambda status: f"{status:d}")
def test_every_datum_of_a_message_has_its_number_and_its_french_label(status: Status) -> None:
    fields = cdar_reading.read(cdar.write(message(status, note="Une précision.")))
    assert [field for field in fields if not field.number.startswith("MDT-")] == []
    by_number = {field.number: field for field in fields}
    assert by_number["MDT-105"].value == f"{status:d}"
    assert by_number["MDT-105"].meaning == status.label
    assert by_number["MDT-87"].value == "FA-2026-000042"
    assert by_number["MDT-78"].meaning == "23/11/2026 à 10:05"


def test_a_reason_is_read_in_plain_words() -> None:
    fields = cdar_reading.read(cdar.write(message(Status.REJECTED, reason="DEST_INC")))
    [reason] = [field for field in fields if field.number == "MDT-113"]
    assert (reason.value, reason.meaning) == ("DEST_INC", "le client est inconnu de l’annuaire")


def test_what_was_cashed_is_told_rate_by_rate() -> None:
    fields = cdar_reading.read(cdar.write(message(Status.CASHED)))
    told = [field.value for field in fields if field.number in ("MDT-215", "MDT-224")]
    assert told == ["300.00", "20.00", "121.12", "5.50"]


def test_a_buyer_speaks_to_the_seller_and_a_seller_to_the_buyer() -> None:
    for status, issuer, recipient in (
        (Status.REFUSED, BUYER, SELLER),
        (Status.CASHED, SELLER, BUYER),
    ):
        fields = {f.number: f.value for f in cdar_reading.read(cdar.write(message(status)))}
        assert (fields["MDT-38"], fields["MDT-57"]) == (issuer.siren, recipient.siren)


@pytest.mark.parametrize("content", [b"", b"pas du XML", b"<Report/>"])
def test_anything_else_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(ValueError, match="message"):
        cdar_reading.read(content)


def test_an_entity_is_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + cdar.write(message(Status.REFUSED)).replace(
        b"<?xml version='1.0' encoding='UTF-8'?>", b""
    ).replace(b"Atelier Lumen", b"&a;")
    assert etree.fromstring(bomb) is not None
    assert "aaaa" not in " ".join(field.value for field in cdar_reading.read(bomb))


def test_public_bodies_bear_their_own_reasons() -> None:
    fields = cdar_reading.read(cdar.write(message(Status.REFUSED, reason=PUBLIC_REFUSAL[0])))
    assert any(field.meaning == "le service a retiré son mandat" for field in fields)
