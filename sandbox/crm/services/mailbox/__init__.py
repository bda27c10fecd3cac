"""Use cases of the mailbox, by subject: reading, writing, sorting, drafts, receipts."""

from sandbox.crm.services.mailbox.drafting import drop_draft, keep_draft
from sandbox.crm.services.mailbox.keeping import addressee, keep_sent
from sandbox.crm.services.mailbox.mailing import send_mailing
from sandbox.crm.services.mailbox.negotiating import accept_counter, answer_offer
from sandbox.crm.services.mailbox.posting import return_letter
from sandbox.crm.services.mailbox.reading import read_message, receive_message
from sandbox.crm.services.mailbox.receipts import return_receipt
from sandbox.crm.services.mailbox.sending import alert_colleague, send_message
from sandbox.crm.services.mailbox.sorting import (
    flag_message,
    label_message,
    move_message,
    remind_message,
)
from sandbox.crm.services.mailbox.suspecting import follow_link, report_suspicious

__all__ = [
    "accept_counter",
    "addressee",
    "alert_colleague",
    "answer_offer",
    "drop_draft",
    "flag_message",
    "follow_link",
    "keep_draft",
    "keep_sent",
    "label_message",
    "move_message",
    "read_message",
    "receive_message",
    "remind_message",
    "report_suspicious",
    "return_letter",
    "return_receipt",
    "send_mailing",
    "send_message",
]
