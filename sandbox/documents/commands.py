"""Commands on documents: the controls of e-invoices."""

from pathlib import Path

import click

from sandbox.documents.batch import batch_command
from sandbox.documents.einvoice.checks import check_file
from sandbox.documents.einvoice.results import Report, Verdict

PASSED, FAILED, NOT_JUDGED = 0, 1, 2
_MARKS = {Verdict.PASSED: "✓", Verdict.FAILED: "✗", Verdict.PENDING: "…"}
_EXITS = {Verdict.PASSED: PASSED, Verdict.FAILED: FAILED, Verdict.PENDING: NOT_JUDGED}


@click.group("einvoice")
def einvoice_group() -> None:
    """Factures électroniques : contrôle et export."""


@einvoice_group.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check_command(files: tuple[Path, ...]) -> None:
    """Contrôle des factures (PDF Factur-X, XML CII ou UBL), couche par couche.

    Rend 0 si tout est conforme, 1 si une règle n'est pas respectée, 2 si un fichier n'est pas une
    facture ou si un contrôle reste en attente.
    """
    reports = [(path, check_file(path)) for path in files]
    for path, report in reports:
        click.echo(said(path.name, report))
    exits = {_exit(report) for _, report in reports}
    raise SystemExit(next((code for code in (FAILED, NOT_JUDGED) if code in exits), PASSED))


def said(name: str, report: Report) -> str:
    """A report for the terminal: the file, then each layer and its problems."""
    form = f" ({report.form}, profil {report.profile})" if report.readable else ""
    lines = [f"{name}{form} : {report.verdict.label}"]
    for layer in report.layers:
        lines.append(f"  {_MARKS[layer.verdict]} {layer.name.label} : {layer.verdict.label}")
        lines += [f"      [{problem.rule}] {problem.sentence}" for problem in layer.problems]
    return "\n".join(lines)


def _exit(report: Report) -> int:
    return _EXITS[report.verdict] if report.readable else NOT_JUDGED


einvoice_group.add_command(batch_command)

documents_commands: tuple[click.Command, ...] = (einvoice_group,)
