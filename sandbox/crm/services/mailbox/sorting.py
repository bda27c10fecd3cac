"""Order in the mailbox: folders, labels, flags, and what is to be looked at again later."""

from datetime import datetime

from sandbox.core.context import Context
from sandbox.crm.errors import LabelTooLong, TaskInThePast, TooManyLabels
from sandbox.crm.models import MailFolder, Message
from sandbox.crm.services.mailbox.keeping import customer_of, named
from sandbox.crm.services.tasks import create_task
from sandbox.journal import record, use_case
from sandbox.journal.payloads import TaskCreated
from sandbox.journal.payloads.mailbox import MessageFlagged, MessageLabelled, MessageMoved

MOST_LABELS, LONGEST_LABEL = 5, 24


@use_case(emits=(MessageMoved,))
def move_message(ctx: Context, message: Message, *, folder: MailFolder) -> Message:
    """Put a message away, into the bin, or back where it was; nothing is ever destroyed."""
    if message.folder != folder:
        left, message.folder = message.folder, folder
        payload = MessageMoved(left, folder, message.unread, named(customer_of(message)))
        record(ctx, message.reference, payload)
    return message


@use_case(emits=(MessageLabelled,), refuses=(TooManyLabels, LabelTooLong))
def label_message(ctx: Context, message: Message, *, labels: tuple[str, ...]) -> Message:
    """Give a message the labels that it is to be found under; they replace those it had."""
    wanted = list(dict.fromkeys(label for text in labels if (label := _label(text))))
    if len(wanted) > MOST_LABELS:
        raise TooManyLabels(most=MOST_LABELS)
    if any(len(label) > LONGEST_LABEL for label in wanted):
        raise LabelTooLong(most=LONGEST_LABEL)
    if tuple(wanted) != message.tags:
        message.labels = f"|{'|'.join(wanted)}|" if wanted else ""
        record(ctx, message.reference, MessageLabelled(tuple(wanted)))
    return message


def _label(text: str) -> str:
    return " ".join(text.replace("|", " ").split()).lower()


@use_case(emits=(MessageFlagged,))
def flag_message(ctx: Context, message: Message, *, flagged: bool = True) -> Message:
    """Mark a message as one to come back to, or lift the mark."""
    if message.flagged != flagged:
        message.flagged = flagged
        record(ctx, message.reference, MessageFlagged(flagged))
    return message


@use_case(emits=(MessageFlagged, TaskCreated), refuses=(TaskInThePast,))
def remind_message(ctx: Context, message: Message, *, at: datetime) -> Message:
    """Be reminded of a message at an hour: it is flagged, and stands in the diary."""
    create_task(
        ctx,
        text=f"Revenir sur « {message.subject} »",
        due_at=at,
        customer=customer_of(message),
        about=message.reference,
    )
    return flag_message(ctx, message, flagged=True)
