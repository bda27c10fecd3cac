"""What the forms of the mailbox offer: whom to write to, whom to copy, which papers to join."""

from typing import Any

from sandbox.crm import queries
from sandbox.crm.directory import address_books
from sandbox.crm.enclosures import enclosures
from sandbox.crm.merging import filled, merge_values
from sandbox.crm.message_forms import MessageForm, ReplyForm
from sandbox.crm.models import Message
from sandbox.crm.showing import answer_subject
from sandbox.crm.views.base import current_setting
from sandbox.web import run, session


def offer(form: ReplyForm) -> ReplyForm:
    """Fill the choices of an answer: colleagues in copy."""
    people = current_setting().colleagues
    form.copies.choices = {person.post: f"{person.name}, {person.title}" for person in people}
    return form


def message_form(**values: Any) -> MessageForm:
    """A message of one's own, its choices filled: everybody, and the papers of the case."""
    form, everybody = MessageForm(**values), _everybody()
    offer(form)
    form.to.choices = {"": {"": "Choisir un destinataire"}} | everybody
    form.copy_to.choices = {"": {"": "Personne"}} | everybody
    papers = enclosures(session(), run().id, form.about.data or "")
    form.attachments.choices = {paper.reference: paper.title for paper in papers}
    return form


def answering(message: Message) -> dict[str, Any]:
    """What the long form of an answer starts from."""
    return {
        "to": message.to_key if message.outgoing else message.sender_key,
        "subject": answer_subject(message.subject),
        "topic": message.topic,
        "about": message.about,
    }


def models() -> dict[str, Any]:
    """The company's templates, to start from."""
    found = current_setting().templates
    return {"models": [("", "Aucun"), *((each.code, each.title) for each in found)]}


def from_template(code: str, to: str, about: str) -> dict[str, Any]:
    """Subject, body and topic of one of the company's templates, filled with what is known."""
    template = current_setting().template(code)
    if template is None:
        return {}
    customer = queries.customer_called(session(), run().id, to.removeprefix("customer:"))
    values = merge_values(session(), run().id, current_setting(), customer, about)
    subject, body = filled(template, values)
    return {"subject": subject, "body": body, "topic": template.topic}


def _everybody() -> dict[str, dict[str, str]]:
    customers = queries.customer_names(session(), run().id)
    return {
        "Clients": {f"customer:{reference}": name for reference, name in customers},
        **{label: dict(pairs) for label, pairs in address_books(session(), run().id)},
        "Vous ont écrit": dict(queries.correspondents(session(), run().id)),
    }
