"""A batch of drawn invoices is written, checked, and says its rate."""

from pathlib import Path

from click.testing import CliRunner

from sandbox.documents.batch import Tally, batch_command, drawn


def test_a_batch_is_written_checked_and_counted(tmp_path: Path) -> None:
    done = CliRunner().invoke(batch_command, [str(tmp_path), "--count", "2"])
    assert done.exit_code in (0, 2)  # 2 without the extension that checks
    assert "2 factures en " in done.output
    assert "par minute ; 0 non conformes" in done.output
    assert len(list(tmp_path.glob("FA-2026-*.pdf"))) == 2


def test_the_same_number_draws_the_same_invoice() -> None:
    assert drawn(7) == drawn(7)
    assert drawn(7).lines != drawn(8).lines
    assert len(drawn(7, lines=10).lines) == 10


def test_a_rate_is_by_the_minute() -> None:
    assert Tally(written=50, seconds=30).rate == 100
    assert Tally().rate == 0
