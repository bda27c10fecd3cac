"""Prepare the environment and run the project's commands, on Linux, macOS and Windows.

Standard library only, and readable by Python 3.7, so that it can say what is missing before
anything is installed. The Makefile calls it; so does whoever has no make.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "installed-locks.txt"
RUNTIME_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
EINVOICE_LOCK = "requirements-einvoice.lock"

OLDEST_PYTHON = (3, 11)
PYTHONS = ("3.13", "3.12", "3.11", "3.14")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge")
BROWSER_PACKAGES = ("chromium", "libatomic1")
BROWSER_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
BROWSER_FILES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


class Failure(Exception):
    """What stops us, in a French sentence for whoever typed the command."""


def say(text: str) -> None:
    print(f"Comptoir : {text}", flush=True)


def call(*command: object, env: dict[str, str] | None = None) -> int:
    """Run a program from the checkout and return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=env)


def must(*command: object, otherwise: str) -> None:
    """Run a program, and stop with a sentence when it fails."""
    if call(*command) != 0:
        raise Failure(otherwise)


def hand_over(*command: object, env: dict[str, str] | None = None) -> int:
    """Let a program take our place, so that signals and the exit code are its own."""
    sys.stdout.flush()
    os.chdir(ROOT)
    arguments = [str(part) for part in command]
    if not WINDOWS:  # there, exec would give the prompt back while the program still runs
        os.execve(arguments[0], arguments, env or dict(os.environ))  # noqa: S606
    return call(*arguments, env=env)


# -- The environment ---------------------------------------------------------------------------


def usable_python(*command: str) -> str | None:
    """Return the path of that interpreter if it starts and is recent enough."""
    probe = "import sys; print(sys.executable) if sys.version_info >= {} else sys.exit(1)"
    try:
        answer = subprocess.run(
            [*command, "-c", probe.format(OLDEST_PYTHON)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return os.fsdecode(answer.stdout).strip()


def find_python() -> str | None:
    """Return the interpreter that runs us, or else one found on this machine."""
    named = [("py", f"-{version}") if WINDOWS else (f"python{version}",) for version in PYTHONS]
    for command in [(sys.executable,), *named, ("python3",), ("python",)]:
        found = usable_python(*command)
        if found:
            return found
    return None


def can_import(python: str | Path, module: str) -> bool:
    command = [str(python), "-c", f"import {module}"]
    return subprocess.call(command, stderr=subprocess.DEVNULL) == 0


def apt_install(*packages: str) -> bool:
    """Install Debian packages when we may: as root, with apt-get at hand."""
    if WINDOWS or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"installation de {', '.join(packages)} (apt-get)…")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ("-qq", "--yes", "--no-install-recommends")
    return (
        call("apt-get", "-qq", "update", env=env) == 0
        and call("apt-get", "install", *options, *packages, env=env) == 0
    )


def create_with_uv(uv: str) -> None:
    """Without a recent Python here, uv fetches one by itself."""
    must(
        *(uv, "venv", "--quiet", "--python", find_python() or PYTHONS[0], VENV),
        otherwise="uv n'a pas pu créer l'environnement .venv (voir le message ci-dessus).",
    )


def create_with_venv() -> None:
    python = find_python()
    if python is None:
        raise Failure(
            f"Python {sys.version.split()[0]} est trop ancien : il faut Python 3.11 ou plus "
            "récent. Installez-le (Debian 12 ou plus récente : « apt install python3 » ; "
            "Windows : « winget install Python.Python.3.13 »), puis recommencez."
        )
    if not can_import(python, "ensurepip") and not apt_install("python3-venv"):
        raise Failure(
            "ce Python ne sait pas créer d'environnement. Sous Debian ou Ubuntu : "
            "« sudo apt install python3-venv », puis recommencez."
        )
    must(
        *(python, "-m", "venv", VENV),
        otherwise="l'environnement .venv n'a pas pu être créé (voir le message ci-dessus).",
    )


def make_environment() -> None:
    """Create .venv, or make it anew when its Python has gone or is too old."""
    if usable_python(str(PYTHON)):
        return
    if VENV.exists():
        say("l'environnement .venv ne fonctionne plus : il est refait.")
        shutil.rmtree(VENV)
    say("création de l'environnement .venv…")
    uv = shutil.which("uv")
    if uv:
        create_with_uv(uv)
    else:
        create_with_venv()


def installer() -> list[object]:
    """Return the start of the install command: uv if it is there, pip otherwise."""
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--python", PYTHON]
    if not can_import(PYTHON, "pip"):
        must(
            *(PYTHON, "-m", "ensurepip"),
            otherwise="pip manque dans .venv : supprimez ce dossier, puis recommencez.",
        )
    return [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]


def digests(*locks: str) -> str:
    return "".join(
        f"{lock} {hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()}\n" for lock in locks
    )


def install(lock: str) -> None:
    """Install a lock, hashes checked, unless the environment already holds it."""
    make_environment()
    # The development lock contains the runtime one, so it stands after it in the stamp.
    wanted = digests(*([RUNTIME_LOCK] if lock == RUNTIME_LOCK else [RUNTIME_LOCK, DEV_LOCK]))
    if STAMP.exists() and STAMP.read_text(encoding="utf-8").startswith(wanted):
        return
    install_packages(lock)
    STAMP.write_text(wanted, encoding="utf-8")


def install_packages(lock: str) -> None:
    """Install what a lock names, hashes checked, in the environment that is there."""
    say("installation des dépendances (une à trois minutes la première fois)…")
    must(
        *(*installer(), "--quiet", "--no-deps", "--require-hashes", "-r", lock),
        otherwise=(
            "les dépendances n'ont pas pu être installées (voir le message ci-dessus). "
            "Vérifiez l'accès à Internet ; derrière un proxy, définissez HTTPS_PROXY ; "
            "puis recommencez : rien n'est à refaire à la main."
        ),
    )


# -- The browser of the tests ------------------------------------------------------------------


def find_browser() -> str | None:
    """Return the path of a Chromium, Chrome or Edge: the one asked for, or one found here."""
    asked = os.environ.get("COMPTOIR_BROWSER")
    on_path = [found for found in map(shutil.which, BROWSERS) if found]
    folders = [os.environ[name] for name in BROWSER_FOLDERS if name in os.environ]
    usual = [*MAC_BROWSERS, *(f"{folder}/{file}" for folder in folders for file in BROWSER_FILES)]
    candidates = [*([asked] if asked else []), *on_path, *usual]
    return next((path for path in candidates if Path(path).is_file()), None)


def test_environment() -> dict[str, str]:
    """Return the variables of the test run, after looking hard for a browser."""
    # Playwright's driver needs libatomic1, which a bare Debian has not.
    browser = find_browser() or (find_browser() if apt_install(*BROWSER_PACKAGES) else None)
    if browser is None:
        print(
            "\n!!! AUCUN NAVIGATEUR : les tests dans un navigateur NE SERONT PAS joués.\n"
            "!!! Installez Chromium, Chrome ou Edge, ou donnez son chemin : COMPTOIR_BROWSER.\n"
            "!!! No Chromium, Chrome or Edge found: the browser tests will NOT run.\n",
            file=sys.stderr,
            flush=True,
        )
        return dict(os.environ)
    return {**os.environ, "COMPTOIR_BROWSER": browser}


# -- The commands ------------------------------------------------------------------------------


def command_install(*_: str) -> int:
    install(DEV_LOCK)
    say("l'environnement .venv est prêt.")
    return 0


def command_einvoice(*_: str) -> int:
    install(RUNTIME_LOCK)
    install_packages(EINVOICE_LOCK)
    say("les contrôles Schematron des factures électroniques sont installés.")
    return 0


def command_run(*options: str) -> int:
    install(RUNTIME_LOCK)
    flask = (PYTHON, "-m", "flask")
    must(*flask, "db", "upgrade", otherwise="la base de données n'a pas pu être mise à jour.")
    must(*flask, "demo", otherwise="la classe de démonstration n'a pas pu être créée.")
    return hand_over(*flask, "serve", *options)


def command_test(*options: str) -> int:
    install(DEV_LOCK)
    return hand_over(PYTHON, "-m", "pytest", *options, env=test_environment())


def command_nightly(*options: str) -> int:
    return command_test("-m", "", *options)


def command_bench(*options: str) -> int:
    install(DEV_LOCK)
    return hand_over(PYTHON, "-m", "tools.bench", *options)


def command_lint(*_: str) -> int:
    """Run every checker, even after one has complained."""
    install(DEV_LOCK)
    contracts = "from importlinter.cli import lint_imports_command as c; c(['--no-logo'])"
    codes = [
        call(PYTHON, "-m", "ruff", "check", "."),
        call(PYTHON, "-m", "ruff", "format", "--check", "."),
        call(PYTHON, "-m", "mypy"),
        call(PYTHON, "-c", contracts),
    ]
    return int(any(codes))


COMMANDS = {
    "install": (command_install, "prépare l'environnement .venv"),
    "einvoice": (command_einvoice, "ajoute les contrôles des factures électroniques (114 Mo)"),
    "run": (command_run, "ouvre Comptoir (--host ADRESSE, --port PORT)"),
    "test": (command_test, "joue les tests ; le reste de la ligne va à pytest"),
    "nightly": (command_nightly, "joue tous les tests, les longs compris"),
    "bench": (command_bench, "mesure les temps de réponse"),
    "lint": (command_lint, "vérifie le style, les types et les imports"),
}


def main(name: str = "", *options: str) -> int:
    """Run one command; any failure is told in French, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    os.environ["PYTHONUTF8"] = "1"
    if name not in COMMANDS:
        print("python tools/env.py COMMANDE\n")
        print("\n".join(f"  {command:<8} {what}" for command, (_, what) in COMMANDS.items()))
        return 0 if name in ("", "-h", "--help") else 2
    try:
        return COMMANDS[name][0](*options)
    except Failure as failure:
        print(f"\nComptoir : {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
