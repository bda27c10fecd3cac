"""A scenario that uses everything a company has, for tests."""

import shutil
from pathlib import Path

from sandbox.config import SCENARIOS

COMPANIES = ("brindalys", "cardan", "hevea")
WHOLE = "{customers: all, products: all, suppliers: all, carriers: all, past_year: true}"


def whole_company(tmp_path: Path, company: str, starts_at: str = "2026-11-17T08:30") -> Path:
    """A folder of scenarios where « entiere » opens on the whole company and its past year."""
    folder = tmp_path / "scenarios"
    if not folder.exists():
        shutil.copytree(SCENARIOS, folder)
    (folder / "entiere.yaml").write_text(
        f"title: Entière\ncompany: {company}\nstarts_at: {starts_at}\n"
        f"brief: Toute l'entreprise.\nuses: {WHOLE}\n",
        "utf-8",
    )
    return folder
