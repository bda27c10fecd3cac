"""A trainer with three learners at once: what is stirred in one shows there, and only there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sandbox.accounts.services import by_login
from sandbox.config import SCENARIOS
from sandbox.core.database import writing
from sandbox.extensions import db
from sandbox.training.services import give_class
from tests.browser.conftest import application, at_work, copy_of, serving
from tests.browser.desk import TRAINER, Desk

LEARNERS = [(f"apprenant{number}", f"comptoir-{number}") for number in (1, 2, 3)]
DAMAGE = "Palette écrasée, le chauffeur attend"
# The one poll comes every four seconds.
SOON = 5000


@pytest.fixture(scope="session")
def busy_class(tmp_path_factory: pytest.TempPathFactory, demo_class: Path) -> Path:
    """Folder of a class where three learners have been given *Livraison abîmée*, to be copied."""
    folder = copy_of(demo_class, tmp_path_factory.mktemp("busy"))
    with at_work(application(folder)), writing(db.session()) as session:
        people = [by_login(session, login) for login, _ in LEARNERS]
        give_class(session, people, scenario="livraison-abimee", folder=SCENARIOS)
        session.commit()
    return folder


@pytest.fixture
def server(tmp_path: Path, busy_class: Path) -> Iterator[str]:
    """A server where these three are at work, on a database of its own."""
    with serving(application(copy_of(busy_class, tmp_path))) as address:
        yield address


@pytest.fixture
def learners(window: Callable[..., Page]) -> list[Desk]:
    """Awa, Basile and Chloé, each at their desk, reading their mail."""
    desks = []
    for login, code in LEARNERS:
        desk = Desk(window())
        desk.sign_in(login, code)
        desk.take_post()
        desks.append(desk)
    return desks


@pytest.fixture
def trainer(window: Callable[..., Page]) -> Desk:
    """The trainer, in front of the wall."""
    desk = Desk(window())
    desk.sign_in(*TRAINER)
    desk.is_on("Ma classe")
    return desk


def strikes(trainer: Desk, *names: str) -> None:
    """Inject a damaged pallet for these learners, from a form of a few fields."""
    trainer.go("Ma classe")
    trainer.link("Agir sur la classe")
    trainer.page.get_by_label("Lequel").select_option("avarie-a-quai")
    trainer.type("Commande fournisseur", "CF-2026-000002")
    trainer.type("Unités en cause", "3")
    form = trainer.main.locator("form", has=trainer.page.get_by_text("Envoyer cet incident"))
    for box in form.locator("fieldset.seats input").all():
        box.uncheck()
    for name in names:
        form.locator("fieldset.seats").get_by_label(name).check()
    form.get_by_role("button", name="Envoyer cet incident").click()
    trainer.is_told("Incident envoyé")


def unread(desk: Desk) -> str:
    return desk.page.locator("#unread").inner_text().split()[0]


def test_a_damaged_delivery_shows_within_five_seconds_and_only_where_it_strikes(
    trainer: Desk, learners: list[Desk]
) -> None:
    awa, basile, chloe = learners
    before = [unread(desk) for desk in learners]
    addresses = [desk.page.url for desk in learners]
    strikes(trainer, "Awa Diallo")
    more = str(int(before[0]) + 1)
    expect(awa.page.locator("#unread")).to_contain_text(more, timeout=SOON)
    expect(awa.main.locator("a.mail", has_text=DAMAGE)).to_be_visible(timeout=SOON)
    assert [unread(basile), unread(chloe)] == before[1:]
    assert basile.main.locator("a.mail", has_text=DAMAGE).count() == 0
    assert [desk.page.url for desk in learners] == addresses


def test_the_wall_moves_by_itself_when_a_learner_acts(trainer: Desk, learners: list[Desk]) -> None:
    tile = trainer.main.locator(".tile", has_text="Basile Morin")
    clock = tile.locator(".tile-clock").inner_text()
    learners[1].advance("+ 1 heure")
    expect(tile.locator(".tile-clock")).not_to_have_text(clock, timeout=SOON)
    trainer.link("Masquer les noms")
    expect(trainer.main.locator(".tile", has_text="Basile Morin")).to_have_count(0)
    trainer.sees("Poste 2")


def test_a_pause_falls_on_every_screen_and_lifts(trainer: Desk, learners: list[Desk]) -> None:
    trainer.press("Tout mettre en pause")
    trainer.is_told("En pause")
    for desk in learners:
        expect(desk.page.locator("#paused")).to_contain_text("En pause.", timeout=SOON)
    trainer.press("Démarrer tout le monde")
    for desk in learners:
        expect(desk.page.locator("#paused")).to_be_hidden(timeout=SOON)
    learners[0].advance("+ 1 heure")


def test_the_clock_of_the_class_turns_on_every_screen(trainer: Desk, learners: list[Desk]) -> None:
    before = [desk.clock.inner_text() for desk in learners]
    trainer.press("×20")
    trainer.is_told("tourne ×20")
    for desk, clock in zip(learners, before, strict=True):
        expect(desk.clock).not_to_have_text(clock, timeout=30000)


def receives(desk: Desk, damaged: str, reserves: str) -> None:
    """Book the pallet as it is, or as the driver would like it."""
    desk.go("Achats")
    desk.link("Réceptionner")
    desk.sees("Comptez avant de signer")
    for row in desk.main.locator("tbody tr").all():
        row.get_by_role("textbox").first.fill(row.locator("td[data-label=Annoncé]").inner_text())
        row.get_by_label("Dont abîmé").fill(damaged)
    desk.type("Réserves", reserves)
    desk.press("Enregistrer la réception")
    desk.is_told("enregistrée")


def test_a_right_reaction_and_a_wrong_one_lead_to_different_worlds(
    trainer: Desk, learners: list[Desk]
) -> None:
    right, wrong, _ = learners
    strikes(trainer, "Awa Diallo", "Basile Morin")
    for desk in (right, wrong):
        expect(desk.main.locator("a.mail", has_text=DAMAGE)).to_be_visible(timeout=SOON)
    receives(right, "3", "3 plateaux fendus et pieds tordus sur 12, palette couchée, photos prises")
    receives(wrong, "0", "Sous réserve de déballage")
    for desk in (right, wrong):
        desk.advance_to("10 nov.")
        desk.go("Messages")
    answer = "Re: réserves sur"
    expect(wrong.main.locator("a.mail", has_text=answer)).to_be_visible()
    assert right.main.locator("a.mail", has_text=answer).count() == 0


def test_mail_that_comes_while_one_reads_is_opened_like_any_other(
    trainer: Desk, learners: list[Desk]
) -> None:
    strikes(trainer, "Awa Diallo")
    mail = learners[0].main.locator("a.mail", has_text=DAMAGE)
    expect(mail).to_be_visible(timeout=SOON)
    mail.click()
    expect(learners[0].main.locator(".read-head h2")).to_contain_text(DAMAGE)
