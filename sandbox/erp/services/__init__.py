"""Use cases of the commercial desks."""

from sandbox.erp import merging as merging
from sandbox.erp.services.answering import (
    accept_quote,
    decline_quote,
    expire_quote,
    follow_up_quote,
)
from sandbox.erp.services.approvals import decide_approval, request_approval
from sandbox.erp.services.changing import cancel_order, change_order
from sandbox.erp.services.checking import (
    align_order,
    compare_order,
    correct_order,
    raise_differences,
    receive_order,
)
from sandbox.erp.services.credit import consult_outstanding
from sandbox.erp.services.crediting import credit_part, issue_credit_note, use_credit_note
from sandbox.erp.services.depositing import invoice_deposit
from sandbox.erp.services.dunning import (
    consult_aged_balance,
    dunning_text,
    send_dunning,
    send_formal_notice,
)
from sandbox.erp.services.early import grant_early_payment
from sandbox.erp.services.invoicing import amend_invoice, issue_invoice
from sandbox.erp.services.lines import LineDraft
from sandbox.erp.services.ordering import (
    acknowledge_order,
    confirm_order,
    decline_order,
    hold_order,
    release_order,
    reserve_backorder,
)
from sandbox.erp.services.paying import (
    consult_bank,
    credit_bank,
    promise_payment,
    reconcile,
    reconcile_together,
    record_payment,
)
from sandbox.erp.services.periodic import issue_periodic_invoice
from sandbox.erp.services.platform import (
    answer_invoice,
    complete_invoice,
    deliver_invoice,
    deposit_invoice,
    note_order_number,
    refuse_invoice,
    reject_invoice,
    resend_invoice,
)
from sandbox.erp.services.pro_forma import issue_pro_forma
from sandbox.erp.services.quoting import draw_up_quote, revise_quote, send_quote
from sandbox.erp.services.receiving import answer_supplier_invoice
from sandbox.erp.services.returning import (
    correct_payer,
    record_return,
    refund,
    refund_credit_note,
    return_unpaid,
    unmatch,
)
from sandbox.erp.services.shipping import choose_carrier, deliver, prepare_delivery, ship
from sandbox.erp.services.versioning import new_version

__all__ = [
    "LineDraft",
    "accept_quote",
    "acknowledge_order",
    "align_order",
    "amend_invoice",
    "answer_invoice",
    "answer_supplier_invoice",
    "cancel_order",
    "change_order",
    "choose_carrier",
    "compare_order",
    "complete_invoice",
    "confirm_order",
    "consult_aged_balance",
    "consult_bank",
    "consult_outstanding",
    "correct_order",
    "correct_payer",
    "credit_bank",
    "credit_part",
    "decide_approval",
    "decline_order",
    "decline_quote",
    "deliver",
    "deliver_invoice",
    "deposit_invoice",
    "draw_up_quote",
    "dunning_text",
    "expire_quote",
    "follow_up_quote",
    "grant_early_payment",
    "hold_order",
    "invoice_deposit",
    "issue_credit_note",
    "issue_invoice",
    "issue_periodic_invoice",
    "issue_pro_forma",
    "new_version",
    "note_order_number",
    "prepare_delivery",
    "promise_payment",
    "raise_differences",
    "receive_order",
    "reconcile",
    "reconcile_together",
    "record_payment",
    "record_return",
    "refund",
    "refund_credit_note",
    "refuse_invoice",
    "reject_invoice",
    "release_order",
    "request_approval",
    "resend_invoice",
    "reserve_backorder",
    "return_unpaid",
    "revise_quote",
    "send_dunning",
    "send_formal_notice",
    "send_quote",
    "ship",
    "unmatch",
    "use_credit_note",
]
