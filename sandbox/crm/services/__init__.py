"""Use cases of the customer relation."""

from sandbox.crm.services.customers import consult_history, create_customer, update_customer
from sandbox.crm.services.mailbox import (
    alert_colleague,
    drop_draft,
    flag_message,
    keep_draft,
    keep_sent,
    label_message,
    move_message,
    read_message,
    receive_message,
    remind_message,
    return_receipt,
    send_mailing,
    send_message,
)
from sandbox.crm.services.tasks import create_task, drop_task, finish_task
from sandbox.crm.services.telephone import (
    answer_call,
    choose_reply,
    hang_up,
    miss_call,
    note_call,
    pick_up,
    place_call,
    ring,
)

__all__ = [
    "alert_colleague",
    "answer_call",
    "choose_reply",
    "consult_history",
    "create_customer",
    "create_task",
    "drop_draft",
    "drop_task",
    "finish_task",
    "flag_message",
    "hang_up",
    "keep_draft",
    "keep_sent",
    "label_message",
    "miss_call",
    "move_message",
    "note_call",
    "pick_up",
    "place_call",
    "read_message",
    "receive_message",
    "remind_message",
    "return_receipt",
    "ring",
    "send_mailing",
    "send_message",
    "update_customer",
]
