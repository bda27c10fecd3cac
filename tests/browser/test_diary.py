"""A task by clicking: noted from a customer's record, seen in the diary, ticked off."""

import re

from playwright.sync_api import Page

from tests.browser.desk import LEARNER, Desk


def test_a_task_is_noted_and_ticked_off(page: Page) -> None:
    desk = Desk(page)
    desk.sign_in(*LEARNER)
    desk.take_post()
    page.get_by_role("navigation").get_by_role("link", name="Clients").click()
    desk.main.get_by_role("row").nth(1).get_by_role("link").first.click()
    desk.link("Noter une tâche")
    desk.is_on("Agenda")
    page.get_by_label(re.compile("^À faire")).fill("Vérifier son adresse de livraison")
    desk.press("Noter")
    desk.is_told("Tâche notée")
    desk.sees("Vérifier son adresse de livraison")
    desk.press("C’est fait")
    desk.is_told("Tâche faite")
    desk.sees("Faite")
