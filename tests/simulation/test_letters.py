"""Letters: what they cost, what comes back of a registered one, what is kept of it."""

from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from sandbox.crm.errors import AlreadyReturned
from sandbox.crm.letters import Letter, letters_of
from sandbox.crm.models import Message
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.models import StoredDocument
from tests.simulation.stories import Desk
from tests.simulation.test_absences import folder as folder

PIVOINE = "customer:CLI-0003"


def writes(desk: Desk, channel: str = "registered") -> Letter:
    said = {"subject": "Votre dossier", "body": "Bonjour,\n\nVoici.\n\nCordialement,"}
    desk.do("send_message", to=PIVOINE, channel=channel, about="CDE-2026-000009", **said)
    found: Letter = desk.last(Letter)
    return found


def who_fetches(folder: Path, collects: bool) -> Path:
    yaml, file = YAML(), folder / "premiers-pas.yaml"
    read = yaml.load(file.read_text("utf-8"))
    characters = read.setdefault("characters", {}).setdefault("customers", {})
    characters.setdefault("CLI-0003", {})["collects"] = collects
    yaml.dump(read, file)
    return folder


def kept(desk: Desk, kind: str) -> ArchiveItem:
    found: ArchiveItem = (
        desk.session.query(ArchiveItem).filter_by(run_id=desk.run.id, kind=kind).one()
    )
    return found


def test_an_ordinary_letter_costs_a_stamp_and_leaves_no_proof(session: Session) -> None:
    desk = Desk(session)
    letter = writes(desk, "letter")
    assert (letter.cost, letter.tracking, letter.registered) == (155, "", False)
    desk.wait("2026-11-20T17:00")
    assert desk.last(Letter).status == "posted"
    assert desk.entries("letter.returned") == []
    with pytest.raises(AlreadyReturned):
        desk.do("return_letter", letter.reference, presented_on="2026-11-05")


def test_a_receipt_comes_back_signed_some_days_later(session: Session, folder: Path) -> None:
    desk = Desk(session, folder=who_fetches(folder, True))
    letter = writes(desk)
    assert (letter.cost, letter.tracking[:3]) == (758, "1A ")
    desk.wait("2026-11-13T17:00")
    back = desk.last(Letter)
    assert (back.status, back.presented_on) == ("signed", date(2026, 11, 4))
    notice = desk.session.query(Message).filter_by(sender_key="post_office").one()
    assert notice.answers == letter.message
    assert letter.tracking in notice.body
    assert kept(desk, "letter_receipt").about == "CDE-2026-000009"


def test_a_letter_that_nobody_fetches_comes_back_after_a_fortnight(
    session: Session, folder: Path
) -> None:
    desk = Desk(session, folder=who_fetches(folder, False))
    writes(desk)
    desk.wait("2026-11-18T17:00")
    assert desk.last(Letter).status == "posted"
    desk.wait("2026-11-24T17:00")
    assert desk.last(Letter).status == "unclaimed"
    notice = desk.session.query(Message).filter_by(sender_key="post_office").one()
    assert "non réclamé" in notice.body


def test_a_letter_is_printed_and_kept_in_the_archive(session: Session) -> None:
    desk = Desk(session)
    letter = writes(desk)
    item = kept(desk, "letter")
    assert item.number == letter.reference
    printed = desk.session.get_one(StoredDocument, (desk.run.id, item.stored_id))
    assert printed.snapshot["tracking"] == letter.tracking
    assert printed.snapshot["paragraphs"] == ["Bonjour,", "Voici.", "Cordialement,"]


def test_a_mail_goes_through_no_post_office(session: Session) -> None:
    desk = Desk(session)
    desk.do("send_message", to=PIVOINE, subject="Bonjour", body="Bonjour.")
    assert letters_of(session, desk.run.id) == []
