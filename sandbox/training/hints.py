"""Help that a discoverer may ask for, one level at a time, and what it costs."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.core.errors import DomainError
from sandbox.core.run import Mode, Run
from sandbox.journal import record, use_case
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import HintAsked

LEVELS = 2
# Company time that asking takes, as asking a colleague would.
MINUTES = 5

# For each kind of next act: where and how, then what somebody of the trade thinks of.
HINTS: dict[str, tuple[str, str]] = {
    "unread": (
        "Dans « Messages », ouvrez le message en gras : le dossier du client s'affiche à côté.",
        "Cherchez trois choses : qui écrit, ce qu'il demande, pour quand. Ce qui presse d'abord.",
    ),
    "enquiry": (
        "Ouvrez le message, puis le bouton « Établir un devis » : le client y est déjà.",
        "Reprenez quantités et délai ; une remise au-delà de votre délégation se demande.",
    ),
    "draft": (
        "Ouvrez le devis, « Contrôler et envoyer », relisez-le tel que le client le verra.",
        "Vérifiez l'adresse, la TVA, la remise, la validité : une offre envoyée vous engage.",
    ),
    "acknowledge": (
        "Sur la commande, « Envoyer l'accusé de réception ».",
        "L'accusé fixe articles, prix et date : c'est lui que le client vous rappellera.",
    ),
    "arrival": (
        "« Achats », la commande attendue, « Réceptionner » : comptez avant de signer.",
        "Écrivez le nombre et la nature des dégâts : « sous réserve de déballage » ne vaut rien.",
    ),
    "prepare": (
        "Sur la commande, « Préparer la livraison » : ce qui est réservé part.",
        "S'il manque quelque chose, mieux vaut livrer en deux fois et le dire que se taire.",
    ),
    "carrier": (
        "Sur la livraison, comparez prix, délai et heure limite, puis retenez un transporteur.",
        "Le moins cher n'est le bon que s'il arrive à la date promise.",
    ),
    "ship": (
        "Sur la livraison, « Expédier » : le bon de livraison part avec la marchandise.",
        "Regardez l'heure limite d'enlèvement : après elle, le camion part demain.",
    ),
    "invoice": (
        "Sur la livraison faite, « Préparer la facture » : elle reprend ce qui est parti.",
        "Une facture ne se modifie pas : une erreur se corrige par un avoir.",
    ),
    "invoice_monthly": (
        "« Factures », puis « À établir » : cochez les bons du mois et réunissez-les.",
        "Une facture périodique couvre un mois civil et s'établit avant qu'il ne finisse.",
    ),
    "bank": (
        "« Règlements » : la ligne de banque non enregistrée est en haut.",
        "Le libellé nomme souvent la facture ; sinon, le montant la désigne.",
    ),
    "reconcile": (
        "« Règlements », puis « Lettrer » en face de la facture payée.",
        "Le reste d'un règlement partiel demeure dû ; un virement peut payer plusieurs factures.",
    ),
    "dunning": (
        "« Relances » : la facture, puis l'étape proposée par la procédure.",
        "Avant de relancer, cherchez un règlement reçu, une promesse ou un litige.",
    ),
    "follow_up": (
        "Sur le devis envoyé, « Relancer le client » : un message part, court et courtois.",
        "Rappelez l'offre, sa date de validité, et posez une question ouverte.",
    ),
    "replenish": (
        "« Stock », l'article sous son seuil, « Commander au fournisseur ».",
        "Comptez ce qui est déjà en commande, et le délai du fournisseur.",
    ),
    "held": (
        "Sur la commande en attente, lisez la réponse reçue, puis décidez.",
        "Expliquez au client ce qui bloque et la date de votre réponse.",
    ),
    "argued": (
        "Le client réfléchit : avancez au prochain événement.",
        "Profitez-en pour un autre dossier : attendre n'est pas un travail.",
    ),
    "compare": (
        "Sur la commande, « Comparer au devis » : les deux sont mis côte à côte.",
        "Un prix, une quantité, un délai différents se signalent avant d'enregistrer.",
    ),
    "outstanding": (
        "Sur la commande, « Consulter l'encours ».",
        "L'encours, les commandes en cours et celle-ci, face au plafond : au-delà, on demande.",
    ),
    "stock": (
        "Sur la commande, « Voir le stock » : disponible, réservé, attendu.",
        "Ne promettez une date qu'après l'avoir lue : le client s'organise sur elle.",
    ),
    "decide": (
        "Enregistrez, signalez les écarts ou demandez un accord : tout est sur la commande.",
        "Tout est conforme et couvert : enregistrez. Sinon, c'est le client ou la direction.",
    ),
    "advance": (
        "En haut de l'écran, « Avancer », puis « Prochain événement ».",
        "Avant d'avancer, parcourez les listes : rien ne doit dépendre de vous seul.",
    ),
}


class NoHintHere(DomainError):
    """Only discovery gives hints."""

    message = "Les indices n'existent qu'en mode découverte."


class NoMoreHint(DomainError):
    """Every level was asked for, or nothing is known of this act."""

    message = "Tout a été dit sur ce geste : à vous, ou demandez à votre formateur."


@use_case(minutes=MINUTES, emits=(HintAsked,), refuses=(NoHintHere, NoMoreHint))
def ask_hint(ctx: Context, *, about: str, on: str = "") -> tuple[str, ...]:
    """Ask for the next level of help on an act, ``on`` a document; the journal keeps count.

    Returns what has been said of the act so far, this level last.
    """
    if ctx.run.mode != Mode.DISCOVERY:
        raise NoHintHere
    level = _asked(ctx.session, ctx.run, about, on) + 1
    if about not in HINTS or level > LEVELS:
        raise NoMoreHint
    record(ctx, on or "partie", HintAsked(about, level))
    return HINTS[about][:level]


def _asked(session: Session, run: Run, about: str, on: str) -> int:
    """How many levels were asked for already."""
    found = select(func.count()).where(
        JournalEntry.run_id == run.id,
        JournalEntry.reference == (on or "partie"),
        JournalEntry.verb == HintAsked.verb,
        JournalEntry.payload.contains(f'"about":"{about}"', autoescape=True),
    )
    return session.scalar(found) or 0
