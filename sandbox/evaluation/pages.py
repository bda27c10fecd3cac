"""`docs/criteres/`: one page per criterion, written from the rules themselves."""

from collections.abc import Iterator
from pathlib import Path

from sandbox.evaluation import rules as _every_rule  # noqa: F401  (registers them)
from sandbox.evaluation.reac import Competence, reac
from sandbox.evaluation.registry import Rule, rules
from sandbox.evaluation.wording import french

FOLDER = Path(__file__).parents[2] / "docs" / "criteres"
_INTRO = french(
    "Pages produites par `flask criteres` d'après les règles de l'évaluateur : ne pas les modifier "
    "à la main. Un indicateur bloquant manqué interdit « réussi » sur son critère. Sans occasion, "
    "rien n'est retenu, ni pour, ni contre. Les seuils viennent de la procédure de l'entreprise."
)


def pages() -> dict[str, str]:
    """Text of every page, by file name."""
    judged = {criterion: _rules_of(criterion) for criterion in reac().criteria}
    written = {f"{code}.md": _page(code, own) for code, own in judged.items() if own}
    return {"README.md": _index(judged), **written}


def write(folder: Path = FOLDER) -> list[str]:
    """Write the pages, drop those of criteria without a rule; names of the files that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted, stale = pages(), set(stale_pages(folder))
    for name in stale:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return sorted(stale)


def stale_pages(folder: Path = FOLDER) -> list[str]:
    """Names of the files that do not say what the rules say."""
    wanted = pages()
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in {*wanted, *kept} if wanted.get(name) != kept.get(name))


def _rules_of(criterion: str) -> list[Rule]:
    return sorted((r for r in rules.values() if r.criterion == criterion), key=lambda r: r.module)


def _index(judged: dict[str, list[Rule]]) -> str:
    lines = ["# Critères et indicateurs", "", _INTRO, ""]
    for code, competence in reac().groups.items():
        lines += [f"## {code} {competence.title}", "", *_table(competence, judged), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(competence: Competence, judged: dict[str, list[Rule]]) -> Iterator[str]:
    yield "| Critère | Indicateurs | Bloquants |"
    yield "|---|---|---|"
    for code, title in competence.criteria.items():
        own = judged[code]
        name = f"[{code} {title}]({code}.md)" if own else f"{code} {title}"
        yield f"| {name} | {len(own)} | {sum(rule.blocking for rule in own)} |"


def _page(code: str, own: list[Rule]) -> str:
    parts = [f"# {code} {reac().criteria[code]}"]
    for rule in own:
        kind = "bloquant" if rule.blocking else "non bloquant"
        texts = "\n\n".join(f"**{french(f'{k} :')}** {v}" for k, v in rule.sections.items())
        parts += [f"## {rule.title}", f"`{rule.code}`, {kind}", texts]
    return "\n\n".join(parts) + "\n"
