"""Play the plays again, and write what the mutations flip: python -m tests.evaluation.refresh

Then read the diff. What is newly caught by nothing is left without a reason, and the tests fail
until somebody writes it.
"""

import json
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from sqlalchemy.orm import Session

from sandbox import create_app
from sandbox.core.calendar import in_paris
from sandbox.evaluation.validity.mutating import Damage
from sandbox.journal.recording import entries_of
from sandbox.simulation.playfile import read_play
from sandbox.simulation.plays import play_out
from sandbox.training.commands_play import database
from tests.evaluation.journals import KEPT, PLAYS, file_of, journal, stamp
from tests.evaluation.test_mutations import FILE, bench_of


def main() -> None:
    """Play every play kept, then every damage."""
    create_app(TESTING=True)
    for name in KEPT:
        keep(name)
    journal.cache_clear()
    yaml = YAML()
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    cases = yaml.load(FILE.read_text("utf-8"))
    for case in cases:
        refresh(case)
    yaml.dump(cases, FILE)


def keep(name: str) -> None:
    """Play a play on a throw-away database, and keep its journal."""
    with database(None) as engine, Session(engine, expire_on_commit=False) as session:
        played = play_out(session, read_play(PLAYS / f"{name}.yaml"))
        if played.broken:
            raise SystemExit(f"{name} : {played.broken}")
        lines = [json.dumps({"play": stamp(name)})]
        for e in entries_of(session, played.run.id):
            at = in_paris(e.at).replace(tzinfo=None).isoformat(timespec="minutes")
            line = [at, e.post, e.verb, e.reference, e.payload]
            lines.append(json.dumps(line, ensure_ascii=False))
    file_of(name).parent.mkdir(exist_ok=True)
    file_of(name).write_text("\n".join(lines) + "\n", "utf-8")


def refresh(case: Any) -> None:
    """One damage: what each of its mutants flips now."""
    reasons = dict(case.pop("equivalent", {}))
    caught, missed = {}, {}
    for number, lines in bench_of(case).mutants(Damage(**case["damage"])):
        found = CommentedSeq(bench_of(case).flips(lines))
        found.fa.set_flow_style()
        if found:
            caught[number] = found
        else:
            missed[number] = reasons.get(number, "")
    case.pop("flips", None)
    case.update({"flips": caught} if caught else {})
    case.update({"equivalent": missed} if missed else {})


if __name__ == "__main__":
    main()
