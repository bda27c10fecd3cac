"""What complaints refuse, or let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class ComplaintUntold(DomainError):
    """A complaint says what the customer reproaches us with."""

    message = "Dites ce que le client reproche, avec ses mots : quoi, combien, depuis quand."
    field = "text"


class NoPaperCalled(DomainError):
    """Nothing of the run bears this reference."""

    message = "Aucun document « {reference} » dans cette partie : vérifiez sa référence."

    def __init__(self, field: str, reference: str) -> None:
        super().__init__(reference=reference)
        self.field = field


class AcknowledgedAlready(DomainError):
    """A complaint is acknowledged once, before its answer."""

    message = "La réclamation {reference} a déjà son accusé de réception, ou sa réponse."


class ComplaintNotOpen(DomainError):
    """An answer is out, or all is over."""

    message = (
        "La réclamation {reference} est close, ou attend la réaction du client à votre réponse."
    )


class NotAnswered(DomainError):
    """A complaint is closed after the customer has reacted to an answer."""

    message = (
        "La réclamation {reference} ne peut pas être close : répondez d'abord, puis attendez "
        "la réaction du client."
    )


class NothingToReply(DomainError):
    """No answer waits for the customer's word."""

    message = "La réclamation {reference} n'attend pas de réaction du client."


class AmountMissing(DomainError):
    """A credit or a discount has an amount."""

    message = "Indiquez le montant de l'avoir ou de la remise, en euros."
    field = "cost"


class RefusalUnexplained(DomainError):
    """A customer is told why, in the answer."""

    message = "Un refus s'explique : donnez au client la raison, les faits et ce qu'il peut faire."
    field = "text"


class AnnouncedInThePast(DomainError):
    """What is announced is to come."""

    message = "La date annoncée est déjà passée : choisissez un jour à venir."
    field = "announced_on"


class SinceInTheFuture(DomainError):
    """The delay to complain has begun before the complaint."""

    message = (
        "Le délai de réclamation part d'une date passée : celle de la livraison ou de la pièce."
    )
    field = "since"


class ProofMissing(DomainError):
    """A settled complaint shows what was done."""

    message = (
        "Donnez la référence de la pièce qui prouve que la solution est faite "
        "(avoir, bon de livraison, commande)."
    )
    field = "proof"


class ComplaintUnstudied(Caution):
    """Answering before having looked into it."""

    message = "Vous avez répondu sans avoir qualifié la réclamation ou vérifié les faits."


class GestureAboveDelegation(Caution):
    """The amount is somebody else's to grant."""

    message = (
        "Ce montant dépasse votre délégation pour un geste : il fallait d'abord l'accord de "
        "la direction."
    )


class OutOfTerms(Caution):
    """The complaint came too late for the terms of sale."""

    message = (
        "Cette réclamation est arrivée après le délai des CGV : ce que vous accordez est un "
        "geste commercial, qui demande un accord."
    )
