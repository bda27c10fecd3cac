"""The post: registered letters are presented, signed for or not, and their receipt comes back."""

from datetime import date, timedelta

from sandbox.core import chance
from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.crm.letters import Letter
from sandbox.crm.models import Message
from sandbox.crm.services import receive_message, return_letter
from sandbox.journal import subscribe
from sandbox.journal.payloads.mailbox import LetterPosted
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import between, customer_character, scene

POST, POST_NAME = "post_office", "Le bureau de poste"
PRESENTED_IN, BACK_IN = 2, 2
FETCHED_IN = (0, 3)
KEPT = timedelta(days=15)
# Out of a hundred hundred: those who fetch their letters, and those among the bad payers.
MOST, FEWER = 8500, 5000
UNCLAIMED = (
    "Pli avisé et non réclamé : le destinataire ne l'a pas retiré dans les quinze jours. Le pli "
    "vous est rendu, à conserver fermé ; la date de première présentation est celle qui compte."
)


@subscribe(LetterPosted)
def take_letter(ctx: Context, reference: str, payload: LetterPosted) -> None:
    """A registered letter is on its way; of an ordinary one nobody hears again."""
    if scene(ctx) is None or not payload.registered:
        return
    presented = add_working_days(ctx.today(), PRESENTED_IN)
    signed = None
    if _collects(ctx, payload, reference):
        days = between(ctx, FETCHED_IN, POST, "fetched", reference)
        signed = add_working_days(presented, days) if days else presented
    back = add_working_days(signed or presented + KEPT, BACK_IN)
    said = {"presented_on": presented.isoformat(), "signed_on": signed and signed.isoformat()}
    schedule(ctx, opening(back), "letter_comes_back", reference, **said)


def _collects(ctx: Context, payload: LetterPosted, reference: str) -> bool:
    """A letter about a customer may be to somebody else, who fetches it as most people do."""
    theirs = payload.customer is not None and payload.to == f"customer:{payload.customer}"
    character = customer_character(ctx, payload.customer or "") if theirs else None
    if character is not None and character.collects is not None:
        return character.collects
    odds = MOST if character is None or character.pays else FEWER
    return chance.happens(odds, ctx.run.seed, POST, "collects", reference)


@happens("letter_comes_back")
def come_back(ctx: Context, subject: str, presented_on: str, signed_on: str | None) -> None:
    """The receipt, or the letter itself, with the message that says so."""
    letter = ctx.find(Letter, subject)
    presented = date.fromisoformat(presented_on)
    signed = date.fromisoformat(signed_on) if signed_on else None
    us = ctx.acting_as(POST)
    return_letter(us, letter, presented_on=presented, signed_on=signed)
    receive_message(
        us,
        sender=POST,
        sender_name=POST_NAME,
        family="logistique",
        topic="letter",
        subject=f"{'Avis de réception' if signed else 'Pli non réclamé'} : {letter.subject}",
        body=_body(letter, presented, signed),
        customer=letter.customer if letter.customer_id is not None else None,
        about=letter.about,
        answers=ctx.find(Message, letter.message),
    )


def _body(letter: Letter, presented: date, signed: date | None) -> str:
    head = f"Lettre recommandée n° {letter.tracking}, adressée à {letter.to_name}.\n\n"
    shown = f"Présentée pour la première fois le {presented:%d/%m/%Y}."
    if signed:
        return f"{head}{shown}\nRemise contre signature le {signed:%d/%m/%Y}."
    return f"{head}{shown}\n{UNCLAIMED}"
