"""Compile the locked, hashed requirements from pyproject.toml, and check what they promise.

`--upgrade` lets the indirect dependencies move. Needs uv; nobody else does.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": (),
    "requirements-einvoice.lock": ("--extra", "einvoice", "--constraint", "requirements.lock"),
    "requirements-dev.lock": (
        *("--extra", "dev", "--extra", "einvoice", "--constraint", "requirements.lock"),
    ),
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
NEVER_INSTALLED = ("asgiref", "django", "sqlparse")


def uv(*arguments: str, otherwise: str) -> None:
    """Run uv from the checkout, and stop with a French sentence when it cannot."""
    program = shutil.which("uv")
    if program is None:
        sys.exit("Comptoir : il faut uv pour recalculer les verrous (« pip install uv »).")
    if subprocess.call([program, "pip", *arguments, "--quiet"], cwd=ROOT) != 0:
        sys.exit(f"Comptoir : {otherwise}")


def compile_lock(lock: str, *options: str) -> None:
    """Write one lock that holds for every platform, and no address."""
    uv(
        *("compile", "pyproject.toml", "--output-file", lock, *options),
        *("--universal", "--python-version", PYTHONS[0], "--generate-hashes"),
        *("--no-emit-index-url", "--override", "overrides.txt"),
        *(f"--no-emit-package={name}" for name in NEVER_INSTALLED),
        *("--custom-compile-command", "make lock"),
        otherwise=f"{lock} n'a pas pu être calculé.",
    )
    if "://" in (ROOT / lock).read_text(encoding="utf-8"):
        sys.exit(f"Comptoir : {lock} contient une adresse ; il doit rester sans adresse.")


def check_windows(lock: str, python: str) -> None:
    """Check that Windows finds a ready-made wheel of everything: no learner has a compiler."""
    with tempfile.TemporaryDirectory() as folder:
        uv(
            *("install", "--dry-run", "--target", folder, "--no-deps", "--require-hashes"),
            *("--python-platform", "windows", "--python-version", python),
            *("--only-binary", ":all:", "--requirement", lock),
            otherwise=f"{lock} ne s'installerait pas sous Windows avec Python {python}.",
        )


def main(*options: str) -> None:
    """Compile the locks, the others around the first, then try them on Windows' wheels."""
    for lock, own_options in LOCKS.items():
        compile_lock(lock, *own_options, *options)
        for python in PYTHONS:
            check_windows(lock, python)
    print("Comptoir : verrous recalculés, et installables sous Windows.")


if __name__ == "__main__":
    main(*sys.argv[1:])
