"""Old journals under the rules of today: what the judgement was, and what it becomes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sandbox.evaluation.report import Report, as_json

Scores = dict[str, Any]


def scored(report: Report, scenario: str, head: str) -> Scores:
    """A judgement to keep, with what it was made from."""
    return {"scenario": scenario, "head": head, "criteria": as_json(report)}


def changes(before: Scores, after: Scores) -> Iterator[str]:
    """French sentences: criteria whose verdict or count moved, then the rules that moved them."""
    if before["head"] != after["head"]:
        yield "le journal a continué depuis."
    for code, now in after["criteria"].items():
        was = before["criteria"].get(code, {"verdict": "?", "met": 0, "occasions": 0})
        moved = list(_rules(was.get("findings", ()), now["findings"]))
        if moved:
            yield f"{code} : {_said(was)} → {_said(now)}"
            yield from moved


def _said(criterion: Mapping[str, Any]) -> str:
    return f"{criterion['verdict']} ({criterion['met']} sur {criterion['occasions']})"


def _rules(before: Any, after: Any) -> Iterator[str]:
    """Each rule that finds something else: how many more or fewer of each outcome."""
    was, now = _counted(before), _counted(after)
    for rule in sorted({*was, *now}):
        old, new = was.get(rule, Counter()), now.get(rule, Counter())
        gaps = {outcome: new[outcome] - old[outcome] for outcome in sorted({*old, *new})}
        told = [f"{gap:+d} {outcome}" for outcome, gap in gaps.items() if gap]
        if told:
            yield f"  {rule} : {', '.join(told)}"


def _counted(findings: Any) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for finding in findings:
        counted.setdefault(finding["rule"], Counter())[finding["outcome"]] += 1
    return counted


def coverage(scores: Mapping[str, Scores]) -> Iterator[str]:
    """Occasions of each criterion in each scenario: the most that one of its runs gave."""
    scenarios = sorted({each["scenario"] for each in scores.values()})
    yield "| Critère | " + " | ".join(scenarios) + " |"
    yield "|---|" + "---|" * len(scenarios)
    criteria = dict.fromkeys(code for each in scores.values() for code in each["criteria"])
    for code in criteria:
        most = [_most(scores, scenario, code) for scenario in scenarios]
        yield f"| {code} | " + " | ".join(str(n) if n else "–" for n in most) + " |"


def _most(scores: Mapping[str, Scores], scenario: str, code: str) -> int:
    own = [each for each in scores.values() if each["scenario"] == scenario]
    return max(len(each["criteria"][code]["findings"]) for each in own)
