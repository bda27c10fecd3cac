"""Order in the mailbox: put away, label, flag, be reminded."""

from flask import request, url_for

from sandbox.crm import services
from sandbox.crm.errors import ReminderNeedsHour
from sandbox.crm.message_forms import SortForm
from sandbox.crm.models import MailFolder, Message
from sandbox.crm.views.base import bp
from sandbox.web import Answer, acting, done

_FOLDERS = {folder.value: folder for folder in MailFolder}
_MOVED = {
    MailFolder.BOX: "Message remis dans sa boîte.",
    MailFolder.ARCHIVED: "Message archivé.",
    MailFolder.TRASH: "Message mis à la corbeille.",
}


def _back(message_id: int, said: str) -> Answer:
    return done(said, url_for(".message", message_id=message_id))


@bp.post("/messages/<int:message_id>/ranger")
def move_message(message_id: int) -> Answer:
    """Put a message away, into the bin, or back."""
    folder = _FOLDERS.get(request.form.get("folder", ""), MailFolder.BOX)
    with acting() as ctx:
        services.move_message(ctx, ctx.get(Message, message_id), folder=folder)
    return done(_MOVED[folder], url_for(".inbox"))


@bp.post("/messages/<int:message_id>/etiquettes")
def label_message(message_id: int) -> Answer:
    """Give a message its labels."""
    labels = SortForm().tags()
    with acting() as ctx:
        services.label_message(ctx, ctx.get(Message, message_id), labels=labels)
    return _back(message_id, "Étiquettes enregistrées.")


@bp.post("/messages/<int:message_id>/drapeau")
def flag_message(message_id: int) -> Answer:
    """Flag a message, or lift the flag."""
    with acting() as ctx:
        message = ctx.get(Message, message_id)
        services.flag_message(ctx, message, flagged=not message.flagged)
    return _back(message_id, "Message à suivre." if message.flagged else "Suivi levé.")


@bp.post("/messages/<int:message_id>/rappel")
def remind_message(message_id: int) -> Answer:
    """Be reminded of a message in the diary."""
    form = SortForm()
    if not form.validate() or (at := form.hour()) is None:
        raise ReminderNeedsHour
    with acting() as ctx:
        services.remind_message(ctx, ctx.get(Message, message_id), at=at)
    return _back(message_id, "Rappel noté dans l’agenda.")


@bp.post("/messages/<int:message_id>/signaler")
def report_suspicious(message_id: int) -> Answer:
    """Report what looks like a fraud."""
    reason = request.form.get("reason", "")[:300]
    with acting() as ctx:
        services.report_suspicious(ctx, ctx.get(Message, message_id), reason=reason)
    return done("Message signalé et écarté.", url_for(".inbox"))


@bp.post("/messages/<int:message_id>/lien")
def follow_link(message_id: int) -> Answer:
    """Click on the link of a message."""
    with acting() as ctx:
        services.follow_link(ctx, ctx.get(Message, message_id))
    return _back(message_id, "La page demandée ne répond plus.")
