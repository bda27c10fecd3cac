"""Pictures of the pages, for the docs."""

from pathlib import Path

from click.testing import CliRunner

from sandbox.documents import images
from sandbox.documents.rendering import pictures
from sandbox.documents.specimens import logistics, one_of_each, rights

PNG = b"\x89PNG\r\n\x1a\n"


def test_every_page_of_a_document_becomes_a_picture() -> None:
    sheets = pictures(rights.access_response(), dots_per_inch=24)
    assert len(sheets) == 2
    assert all(sheet.startswith(PNG) for sheet in sheets)


def test_pictures_of_two_documents_never_have_the_same_name() -> None:
    stems = [images.stem(snapshot) for snapshot in one_of_each()]
    assert len(set(stems)) == len(stems)
    assert {"quote", "quote-en", "dunning_letter-2"} <= set(stems)


def test_the_command_draws_a_specimen_of_each_document(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(images, "one_of_each", lambda: (logistics.cmr(),))
    answer = CliRunner().invoke(images.documents_group, ["images", str(tmp_path / "new")])
    assert answer.output == f"1 image dans {tmp_path / 'new'}.\n"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["cmr-1.png"]
