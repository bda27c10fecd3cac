"""What deposit and pro forma invoices refuse, or let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class NoDepositAgreed(DomainError):
    """A sum in advance is a term of the sale: it is agreed upon before it is invoiced."""

    message = (
        "La commande {reference} ne prévoit ni acompte ni arrhes : une somme d'avance se convient "
        "dans le devis."
    )


class DepositTooLate(DomainError):
    """Once all has left, the invoice of the delivery asks for the price."""

    message = "Tout est parti pour la commande {reference} : facturez la livraison."


class DepositAboveOrder(DomainError):
    """Deposits never ask for more than what is left of the order to invoice."""

    message = "Il reste {left} à facturer d'avance sur {reference} : indiquez un montant jusque-là."
    field = "amount"


class DepositDeducted(DomainError):
    """A deposit invoice that a final one took off stays as it is."""

    message = (
        "La facture d'acompte {reference} est déduite de {final} : annulez d'abord celle-ci par un "
        "avoir."
    )


class DepositNotAsAgreed(Caution):
    """More is asked in advance than the quote says."""

    message = "Le devis prévoit {agreed} d'avance : vous en facturez {asked} au total."


class ProFormaUseless(DomainError):
    """A pro forma announces an invoice: nothing is to be announced once it came, or never will."""

    message = (
        "La commande {reference} est refusée ou déjà facturée : une pro forma n'annoncerait rien."
    )
