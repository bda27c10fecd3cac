"""The next act, for whoever discovers the trade: reckoned from where things stand."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from sandbox.core.run import Run, RunStatus
from sandbox.core.setting import Setting, setting_of
from sandbox.training.waiting import Waiting, gestures_on, most_pressing


@dataclass(frozen=True)
class NextAct:
    """What to do next, in one sentence, and where."""

    text: str
    url: str | None
    # Where one click does it; `url` shows the screen when scripts do not run.
    post: str = ""
    # What a hint would be about, and the document it bears on.
    hint: str = ""
    on: str = ""


@dataclass(frozen=True)
class _Advice:
    """A sentence for one kind of thing that waits, the screen where it is done."""

    text: str
    endpoint: str
    argument: str = ""
    post: str = ""
    anchor: str = ""


_ADVICE = {
    "unread": _Advice(
        "lire le message « {about} » ({name})", "crm.message", "message_id", "crm.read_message"
    ),
    "enquiry": _Advice(
        "établir le devis demandé par {name} (« Établir un devis », dans son dossier)",
        "crm.message",
        "message_id",
        anchor="dossier",
    ),
    "draft": _Advice("contrôler puis envoyer le devis {name} ({about})", "erp.quote", "quote_id"),
    "acknowledge": _Advice(
        "envoyer à {about} l'accusé de réception de {name}", "erp.order", "order_id"
    ),
    "arrival": _Advice(
        "compter et réceptionner ce que le camion apporte pour {about}",
        "supply.purchase",
        "purchase_id",
    ),
    "prepare": _Advice("préparer la livraison de {name} ({about})", "erp.order", "order_id"),
    "carrier": _Advice("choisir un transporteur pour {name}", "erp.delivery", "delivery_id"),
    "ship": _Advice("expédier {name} chez {about}", "erp.delivery", "delivery_id"),
    "invoice": _Advice("facturer la livraison {name} ({about})", "erp.delivery", "delivery_id"),
    "invoice_monthly": _Advice("établir la facture périodique de {about}", "erp.to_invoice"),
    "bank": _Advice("enregistrer le règlement reçu en banque : « {about} »", "erp.payments"),
    "reconcile": _Advice("lettrer le règlement {name} ({about})", "erp.payments"),
    "dunning": _Advice(
        "suivre la procédure de relance : {step} pour {name} ({about})", "erp.invoice", "invoice_id"
    ),
    "follow_up": _Advice("relancer {about}, sans réponse au devis {name}", "erp.quote", "quote_id"),
    "replenish": _Advice(
        "réapprovisionner {about} : le stock passe sous son seuil",
        "supply.product",
        "product_id",
    ),
    "held": _Advice("décider de la suite de {name} ({about}), en attente", "erp.order", "order_id"),
    "argued": _Advice(
        "avancer le temps : {about} doit répondre sur les écarts de {name}", "erp.order", "order_id"
    ),
}
# An order received is checked in this order; the last line is left once the rest is done.
_CHECKS = (
    ("order.compared", "compare", "comparer {name} au devis"),
    (
        "outstanding.consulted",
        "outstanding",
        "consulter l'encours de {about} avant d'enregistrer {name}",
    ),
    ("stock.consulted", "stock", "voir le stock pour {name} avant de promettre une date"),
)
_DECIDE = "décider de {name} : l'enregistrer, signaler les écarts ou demander un accord"


def next_act(session: Session, run: Run) -> NextAct | None:
    """The one thing to do next in a run, in two statements at most; None once it is over."""
    if run.status != RunStatus.OPEN:
        return None
    setting = setting_of(session, run.digest)
    found = most_pressing(session, run, setting)
    if found is None:
        return _nothing_waits(run)
    if found.kind == "order":
        return _check_order(session, run, found)
    return _advise(run, setting, found)


def _nothing_waits(run: Run) -> NextAct:
    if run.next_event_at is not None:
        text = "avancer au prochain événement (bouton « Avancer », en haut)"
        return NextAct(text, None, hint="advance")
    return NextAct("tout est fait : relire votre bilan", url_for("training.report", run_id=run.id))


def _check_order(session: Session, run: Run, order: Waiting) -> NextAct:
    done = gestures_on(session, run.id, order.name)
    left = ((hint, advice) for verb, hint, advice in _CHECKS if verb not in done)
    hint, text = next(left, ("decide", _DECIDE))
    return _said(run, _Advice(text, "erp.order", "order_id"), order, hint)


def _advise(run: Run, setting: Setting, found: Waiting) -> NextAct:
    kind, _, level = found.kind.partition(":")
    step = setting.procedures.dunning.step(level).label.lower() if level else ""
    return _said(run, _ADVICE[kind], found, kind, step=step)


def _said(run: Run, advice: _Advice, found: Waiting, hint: str, **words: str) -> NextAct:
    text = advice.text.format(name=found.name, about=found.about, **words)
    target: dict[str, Any] = {advice.argument: found.row_id} if advice.argument else {}
    post = url_for(advice.post, run_id=run.id, **target) if advice.post else ""
    url = url_for(advice.endpoint, run_id=run.id, _anchor=advice.anchor or None, **target)
    return NextAct(text, url, post, hint, found.name)
