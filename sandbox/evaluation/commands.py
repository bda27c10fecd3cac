"""Commands of the evaluator."""

import click

from sandbox.evaluation import pages


@click.command("criteres")
@click.option("--check", is_flag=True, help="Ne rien écrire ; échouer si une page est périmée.")
def criteria_command(check: bool) -> None:
    """Write docs/criteres from the rules."""
    names = pages.stale_pages() if check else pages.write()
    for name in names:
        click.echo(f"{'périmée' if check else 'écrite'} : {name}")
    if check and names:
        raise SystemExit(1)


evaluation_commands = (criteria_command,)
