"""The installation's secret: its owner's alone, and never a short one."""

from pathlib import Path

import pytest

from sandbox.config import secret_key


def test_the_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    made = secret_key(tmp_path / "new")
    assert len(made) == 64
    assert secret_key(tmp_path / "new") == made
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o077 == 0


def test_a_secret_cut_short_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(RuntimeError, match="tronqué"):
        secret_key(tmp_path)
