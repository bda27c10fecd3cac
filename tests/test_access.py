"""Every address of the application is walked: whoever has no business there is turned away."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort, Role
from tests.conftest import sign_in
from tests.factories.world import World, make_account

# Whoever adds a route here says that it shows nothing of anybody.
PUBLIC = {
    "accounts.sign_in",
    "accounts.enter",
    "accounts.join",
    "accounts.come_in",
    "accounts.theme",
    "assets.serve",
}
# Pages that show only what belongs to whoever asks.
OWN = {
    "training.home",
    "training.guide",
    "judging.own_booklet",
    "judging.own_booklet_file",
    "accounts.account",
    "accounts.change_password",
    "accounts.sign_out",
    "accounts.sign_out_everywhere",
}


@dataclass(frozen=True)
class Address:
    """One way in: a route, a method, and a path with the ids of somebody else's world."""

    endpoint: str
    method: str
    path: str
    arguments: frozenset[str]

    @property
    def in_run(self) -> bool:
        return "run_id" in self.arguments

    @property
    def names_somebody(self) -> bool:
        return bool(self.arguments & {"played_id", "learner_id", "cohort_id"})

    def knock(self, client: FlaskClient) -> int:
        return client.open(self.path, method=self.method).status_code


@pytest.fixture
def addresses(app: Flask, world: World) -> list[Address]:
    ids = {
        "run_id": world.run.id,
        "played_id": world.run.id,
        "learner_id": world.learner.id,
        "cohort_id": world.learner.cohort_id,
    }
    return list(_addresses(app, ids))


def _addresses(app: Flask, ids: dict[str, int | None]) -> Iterator[Address]:
    binder = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        values = {name: ids.get(name, 1) for name in rule.arguments}
        path = binder.build(rule.endpoint, values)
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            yield Address(rule.endpoint, method, path, frozenset(rule.arguments))


@pytest.fixture
def enter(app: Flask, session: Session) -> Callable[[Account], FlaskClient]:
    def entering(account: Account) -> FlaskClient:
        session.commit()
        return sign_in(app.test_client(), account)

    return entering


def open_to(client: FlaskClient, addresses: list[Address]) -> list[str]:
    """Addresses that do not answer 403."""
    return [f"{a.method} {a.path}" for a in addresses if a.knock(client) != 403]


def test_a_stranger_is_sent_to_the_door_from_everywhere(
    app: Flask, addresses: list[Address]
) -> None:
    stranger = app.test_client()
    for address in (a for a in addresses if a.endpoint not in PUBLIC):
        answer = stranger.open(address.path, method=address.method)
        assert (answer.status_code, answer.location.partition("?")[0]) == (303, "/connexion")


def test_a_stranger_under_htmx_is_sent_there_too(app: Flask, addresses: list[Address]) -> None:
    stranger, there = app.test_client(), [a for a in addresses if a.endpoint not in PUBLIC]
    for address in there:
        answer = stranger.open(address.path, method=address.method, headers={"HX-Request": "true"})
        assert answer.headers["HX-Redirect"].startswith("/connexion")


def test_another_learner_sees_nothing_of_a_run(
    session: Session, addresses: list[Address], enter: Callable[[Account], FlaskClient]
) -> None:
    other = enter(make_account(session, "autre", Role.LEARNER))
    assert open_to(other, [a for a in addresses if a.in_run]) == []


@pytest.mark.parametrize("role", [Role.LEARNER, Role.JUROR])
def test_the_wrong_role_sees_nothing_of_the_trainers_screens(
    session: Session,
    addresses: list[Address],
    enter: Callable[[Account], FlaskClient],
    role: Role,
) -> None:
    other = enter(make_account(session, "autre", role))
    screens = [a for a in addresses if not a.in_run and a.endpoint not in PUBLIC | OWN]
    assert screens
    assert open_to(other, screens) == []


def test_the_owner_of_a_run_is_not_a_trainer(
    world: World, addresses: list[Address], enter: Callable[[Account], FlaskClient]
) -> None:
    owner = enter(world.learner)
    assert open_to(owner, [a for a in addresses if a.names_somebody]) == []


def test_the_trainer_of_another_class_sees_nothing_of_this_one(
    session: Session, addresses: list[Address], enter: Callable[[Account], FlaskClient]
) -> None:
    stranger = make_account(session, "voisine", Role.TRAINER)
    session.add(Cohort(name="Autre classe", trainer_id=stranger.id))
    theirs = [a for a in addresses if a.in_run or a.names_somebody]
    assert open_to(enter(stranger), theirs) == []


@pytest.mark.parametrize("who", ["trainer", "administrator"])
def test_whoever_looks_over_the_shoulder_plays_nothing(
    session: Session,
    world: World,
    addresses: list[Address],
    enter: Callable[[Account], FlaskClient],
    who: str,
) -> None:
    account = world.trainer if who == "trainer" else make_account(session, who, Role.ADMINISTRATOR)
    acts = [a for a in addresses if a.in_run and a.method == "POST"]
    assert acts
    assert open_to(enter(account), acts) == []


def test_the_trainer_of_the_class_sees_its_runs(
    world: World, addresses: list[Address], enter: Callable[[Account], FlaskClient]
) -> None:
    trainer = enter(world.trainer)
    screens = [a for a in addresses if a.arguments == {"run_id"} and a.method == "GET"]
    answers = {a.endpoint: a.knock(trainer) for a in screens}
    assert {k: v for k, v in answers.items() if v not in (200, 204, 404, 422)} == {}


def test_a_run_that_does_not_exist_is_not_found(
    world: World, enter: Callable[[Account], FlaskClient]
) -> None:
    assert enter(world.learner).get("/parties/999999/bilan").status_code == 404
