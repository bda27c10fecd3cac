"""Use cases of the customer relation."""

from sandbox.crm.services.complaint_ends import (
    rate_service,
    reply_to_complaint,
    settle_complaint,
)
from sandbox.crm.services.complaints import (
    acknowledge_complaint,
    answer_complaint,
    check_complaint,
    open_complaint,
    qualify_complaint,
)
from sandbox.crm.services.consents import note_consent, note_objection, withdraw_consent
from sandbox.crm.services.customers import (
    CustomerDraft,
    consult_history,
    create_customer,
    import_customers,
    update_customer,
)
from sandbox.crm.services.handovers import write_handover
from sandbox.crm.services.mailbox import (
    accept_counter,
    alert_colleague,
    answer_offer,
    drop_draft,
    flag_message,
    follow_link,
    keep_draft,
    keep_sent,
    label_message,
    move_message,
    read_message,
    receive_message,
    remind_message,
    report_suspicious,
    return_letter,
    return_receipt,
    send_mailing,
    send_message,
)
from sandbox.crm.services.merging import link_to_group, merge_customers
from sandbox.crm.services.news import publish_news, read_news
from sandbox.crm.services.people import (
    add_contact,
    add_site,
    change_contact,
    close_site,
    contact_left,
)
from sandbox.crm.services.privacy import (
    answer_privacy_request,
    extend_privacy_request,
    open_privacy_request,
)
from sandbox.crm.services.retention import erase_contact, erase_prospect
from sandbox.crm.services.segments import put_in_segment, take_out_of_segment
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
from sandbox.crm.services.workbooks import hand_in_workbook

__all__ = [
    "CustomerDraft",
    "accept_counter",
    "acknowledge_complaint",
    "add_contact",
    "add_site",
    "alert_colleague",
    "answer_call",
    "answer_complaint",
    "answer_offer",
    "answer_privacy_request",
    "change_contact",
    "check_complaint",
    "choose_reply",
    "close_site",
    "consult_history",
    "contact_left",
    "create_customer",
    "create_task",
    "drop_draft",
    "drop_task",
    "erase_contact",
    "erase_prospect",
    "extend_privacy_request",
    "finish_task",
    "flag_message",
    "follow_link",
    "hand_in_workbook",
    "hang_up",
    "import_customers",
    "keep_draft",
    "keep_sent",
    "label_message",
    "link_to_group",
    "merge_customers",
    "miss_call",
    "move_message",
    "note_call",
    "note_consent",
    "note_objection",
    "open_complaint",
    "open_privacy_request",
    "pick_up",
    "place_call",
    "publish_news",
    "put_in_segment",
    "qualify_complaint",
    "rate_service",
    "read_message",
    "read_news",
    "receive_message",
    "remind_message",
    "reply_to_complaint",
    "report_suspicious",
    "return_letter",
    "return_receipt",
    "ring",
    "send_mailing",
    "send_message",
    "settle_complaint",
    "take_out_of_segment",
    "update_customer",
    "withdraw_consent",
    "write_handover",
]
