"""Use cases of the customer relation."""

from sandbox.crm.services.customers import consult_history, create_customer, update_customer
from sandbox.crm.services.mailbox import (
    alert_colleague,
    keep_sent,
    read_message,
    receive_message,
    send_message,
)

__all__ = [
    "alert_colleague",
    "consult_history",
    "create_customer",
    "keep_sent",
    "read_message",
    "receive_message",
    "send_message",
    "update_customer",
]
