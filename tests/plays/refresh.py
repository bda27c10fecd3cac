"""Write the golden hashes anew, after a change that is meant: python -m tests.plays.refresh"""

from pathlib import Path

from ruamel.yaml import YAML
from sqlalchemy.orm import Session

from sandbox import create_app
from sandbox.training.commands_play import database
from tests.plays.test_plays import GOLDEN, PLAYS, played


def main(target: Path = GOLDEN) -> None:
    """Play every play on a throw-away database, and keep what their journals come to."""
    create_app(TESTING=True)
    with database(None) as engine, Session(engine, expire_on_commit=False) as session:
        found = {name: played(session, name).as_json()["journal"] for name in sorted(PLAYS)}
    YAML().dump(found, target)


if __name__ == "__main__":
    main()
