"""What a periodic invoice refuses, or lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class TooFewNotes(DomainError):
    """One note makes an ordinary invoice."""

    message = (
        "Une facture périodique réunit au moins deux bons de livraison : "
        "pour un seul, facturez depuis le bon."
    )
    field = "delivery"


class NotTheirNote(DomainError):
    """An invoice has one addressee."""

    message = "Le bon {reference} n'est pas à {customer} : une facture a un seul destinataire."
    field = "delivery"


class NotTheSameMonth(DomainError):
    """CGI art. 289-I-3: the tax of all that it covers falls due in the same month."""

    message = (
        "Ces livraisons ne sont pas parties le même mois : une facture périodique ne couvre qu'un "
        "mois civil (CGI, art. 289-I-3). Faites-en une par mois."
    )
    field = "delivery"


class DepositToDeduct(DomainError):
    """The final invoice of an order with a deposit names it: it stands alone."""

    message = (
        "La commande {reference} a une somme d'avance à déduire : facturez sa livraison à part, "
        "depuis le bon."
    )
    field = "delivery"


class PaidOnline(DomainError):
    """What was paid by card has its own invoice, due at once."""

    message = "La commande {reference} est payée en ligne : facturez sa livraison à part."
    field = "delivery"


class OtherEarlyPayment(DomainError):
    """An invoice states one escompte (C. com. art. L441-9)."""

    message = (
        "Ces commandes n'ont pas le même escompte : une facture n'en annonce qu'un. "
        "Facturez à part celles dont l'escompte diffère."
    )
    field = "delivery"


class NotAskedMonthly(Caution):
    """The record says one invoice per delivery."""

    message = (
        "La fiche de {customer} ne prévoit pas de facture périodique : la facture suit alors "
        "chaque livraison."
    )


class MonthOver(Caution):
    """CGI art. 289-I-3: at the latest at the end of the month."""

    message = (
        "Ces livraisons sont du mois dernier ou d'avant : la facture périodique s'établit au plus "
        "tard à la fin du mois (CGI, art. 289-I-3)."
    )
