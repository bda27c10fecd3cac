"""A learner's hands and eyes: gestures named as the storyboard tells them, by what is on screen."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

LEARNER = ("apprenant1", "comptoir-1")
TRAINER = ("formateur", "comptoir-formateur")
NEXT, HOUR, TOMORROW = "Prochain événement", "+ 1 heure", "Demain 8:30"
Seen = Callable[[], bool]


def at_her_post(page: Page, *brief: str) -> "Desk":
    """Awa's desk: she has signed in, read these words of the brief, and taken her post."""
    desk = Desk(page)
    desk.sign_in(*LEARNER)
    desk.sees(*brief)
    desk.take_post()
    return desk


def plain(text: str) -> str:
    """A text with ordinary spaces, on one line."""
    return re.sub(r"\s+", " ", text)


class Desk:
    """Somebody at a window of Comptoir. Nothing here types an address after the first."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.locator("main")

    # Coming in -----------------------------------------------------------------------------------

    def sign_in(self, login: str, code: str) -> None:
        """Open the product, and give one's name."""
        self.page.goto("/")
        self.page.get_by_label("Identifiant").fill(login)
        self.page.get_by_label(re.compile("^Code")).fill(code)
        self.press("Se connecter")
        expect(self.page.get_by_role("button", name=re.compile("compte de"))).to_be_visible()

    def take_post(self) -> None:
        """Read the brief, and begin."""
        self.link("Prendre mon poste")
        self.is_on("Messages")

    # Looking -------------------------------------------------------------------------------------

    def sees(self, *texts: str) -> None:
        """Wait until these words are in the middle of the screen."""
        for text in texts:
            expect(self.main).to_contain_text(text)

    def is_told(self, text: str | re.Pattern[str]) -> None:
        """Wait for a short message at the bottom of the screen."""
        expect(self.toasts.filter(has_text=text).first).to_be_visible()

    def is_on(self, title: str) -> None:
        """Wait for the page of this name."""
        expect(self.page).to_have_title(re.compile(re.escape(title)))

    def is_at(self, step: str) -> None:
        """Wait until the status steps of the document stand at this one."""
        expect(self.main.locator("[aria-current=step]").first).to_contain_text(step)

    def has_mail(self, subject: str) -> bool:
        """Whether a message of this subject waits in the inbox."""
        self.go("Messages")
        return self.main.locator("a.mail.unread", has_text=subject).count() > 0

    def is_in(self, entry: str, text: str) -> bool:
        """Whether these words are on the page of the side menu."""
        self.go(entry)
        return text in plain(self.main.inner_text())

    def is_told_of(self, text: str) -> bool:
        """Whether the last advance brought this."""
        return any(text in plain(said) for said in self.toasts.all_inner_texts())

    def clock_says(self, text: str) -> bool:
        """Whether the company has come to this day."""
        return text in plain(self.clock.inner_text())

    def criterion(self, code: str) -> Locator:
        """A criterion of the report."""
        return self.main.locator("article", has_text=code).first

    @property
    def toasts(self) -> Locator:
        """Short messages shown at the moment."""
        return self.page.locator(".toast-note")

    @property
    def clock(self) -> Locator:
        """Where the day and the hour of the company stand."""
        return self.page.locator(".clock-now")

    @property
    def next_act(self) -> Locator:
        """The strip that only a discoverer is shown."""
        return self.page.locator(".next-act")

    # Acting --------------------------------------------------------------------------------------

    def link(self, name: str, within: Locator | None = None) -> None:
        """Click a link of the screen."""
        (within or self.main).get_by_role("link", name=name).first.click()

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button of the screen."""
        (within or self.main).get_by_role("button", name=name).first.click()

    def type(self, label: str, text: str) -> None:
        """Type in a field, then leave it."""
        field = self.page.get_by_label(label).first
        field.fill(text)
        field.press("Tab")

    def confirm(self, name: str) -> None:
        """Press a button that asks first, then the same one in the question."""
        self.press(name)
        self.press(name, self.page.get_by_role("dialog"))

    def go(self, entry: str) -> None:
        """Choose an entry of the side menu."""
        self.page.locator(".side").get_by_role("link", name=entry).click()
        self.is_on(entry)

    def open(self, entry: str, *names: str) -> None:
        """Open, from a list of the side menu, the first line that holds these words."""
        self.go(entry)
        row = self.main.locator("tbody tr")
        for name in names:
            row = row.filter(has_text=name)
        row.first.get_by_role("link").first.click()
        expect(self.main.locator("h1")).to_be_visible()

    def send_incident(
        self, name: str, summary: str, customer: str, *, spare: tuple[str, ...] = ()
    ) -> None:
        """A trainer sends an incident about a customer, to all but those spared."""
        self.go("Ma classe")
        self.link("Agir sur la classe")
        self.page.get_by_label("Lequel").select_option(name)
        # Its own settings have come once its summary is there.
        self.sees(summary)
        self.page.locator("#p-customer").select_option(customer)
        form = self.main.locator("form", has_text="Envoyer cet incident")
        for other in spare:
            form.get_by_label(other).uncheck()
        self.press("Envoyer cet incident")
        self.is_told("Incident envoyé")

    def read(self, subject: str) -> None:
        """Open a message of the inbox."""
        self.go("Messages")
        self.main.locator("a.mail", has_text=subject).first.click()
        expect(self.main.locator(".read-head h2")).to_contain_text(subject)
        expect(self.main.locator("a.mail.unread", has_text=subject)).to_have_count(0)

    def follow_next_act(self, text: str) -> None:
        """Do as the strip says."""
        expect(self.next_act).to_contain_text(text)
        self.next_act.get_by_role("link").click()

    def advance(self, until: str = NEXT) -> None:
        """Let company time pass."""
        before = self.clock.inner_text()
        self.page.get_by_role("button", name="Avancer").click()
        self.page.locator("#advance").get_by_role("button", name=until).click()
        expect(self.clock).not_to_have_text(before)

    def advance_to(self, day: str) -> None:
        """Let working days pass until this one, as the clock says it (« 5 nov. »)."""
        self.advance_until(lambda: self.clock_says(day), TOMORROW)

    def advance_until(self, seen: Seen, step: str = NEXT, patience: int = 80) -> None:
        """Let time pass until something shows."""
        for _ in range(patience):
            if seen():
                return
            self.advance(step)
        raise AssertionError(f"toujours rien : {plain(self.clock.inner_text())}")
