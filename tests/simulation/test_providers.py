"""Outside providers take a case with its papers, and ask for what is missing."""

from sqlalchemy.orm import Session

from sandbox.crm.directory import address_books, family_of
from sandbox.crm.models import Message
from sandbox.documents.filing.models import ArchiveItem
from tests.simulation.stories import Desk

TO = "provider:PRE-01"


def answered(desk: Desk, *papers: str) -> str:
    """What the provider answers to a case with these papers."""
    said = {"subject": "Dossier", "body": "À engager.", "about": "FA-2026-000003"}
    desk.do("send_message", to=TO, attachments=papers, **said)
    desk.wait("2026-11-05T17:00")
    answer: Message = desk.session.query(Message).filter_by(sender_key=TO).one()
    assert (answer.family, answer.about) == ("prestataire", "FA-2026-000003")
    return answer.body


def three_papers(desk: Desk) -> list[str]:
    """Three letters, kept in the archive as they leave."""
    for number in range(3):
        said = {"subject": f"Relance {number}", "body": "Sauf erreur…", "channel": "letter"}
        desk.do("send_message", to="customer:CLI-0003", **said)
    rows = desk.session.query(ArchiveItem).filter_by(run_id=desk.run.id, kind="letter")
    return [row.reference for row in rows]


def test_a_provider_is_somebody_to_write_to(session: Session) -> None:
    desk = Desk(session)
    books = dict(address_books(session, desk.run.id))
    assert books["Prestataires"] == [(TO, "Recouvrement Alcyon")]
    assert family_of(TO) == "prestataire"


def test_a_case_without_papers_comes_back(session: Session) -> None:
    assert "il nous faut la facture" in answered(Desk(session))


def test_a_case_with_its_papers_is_taken(session: Session) -> None:
    desk = Desk(session)
    assert "complet" in answered(desk, *three_papers(desk))
