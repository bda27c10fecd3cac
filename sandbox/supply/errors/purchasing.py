"""What purchasing and the dock refuse, and what they let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class EmptyPurchaseOrder(DomainError):
    """A purchase order without a line."""

    message = "La commande fournisseur est vide : indiquez au moins une quantité."
    field = "lines"


class NotFromThisSupplier(DomainError):
    """The product is bought from somebody else."""

    message = "« {product} » ne s'achète pas chez {supplier}."
    field = "lines"


class BadQuantity(DomainError):
    """Zero or fewer units ordered."""

    message = "La quantité commandée de « {product} » doit être d'au moins 1 (lu : {quantity})."
    field = "lines"


class AlreadyReceived(DomainError):
    """Everything on this purchase order is here."""

    message = "La commande fournisseur {purchase_order} est entièrement reçue."


class AlreadyBooked(DomainError):
    """The goods receipt was booked before."""

    message = "La réception {arrival} est déjà enregistrée : elle ne se saisit qu'une fois."


class MoreThanPossible(DomainError):
    """A count that cannot be: below zero, or of a product that was not ordered."""

    message = (
        "Comptage impossible pour « {product} » : {quantity}. Seuls les articles commandés se "
        "comptent, à partir de 0."
    )
    field = "lines"


class NotFullPacks(Caution):
    """The supplier sells by the pack."""

    message = "« {product} » se commande par {pack} : {quantity} n'est pas un multiple."


class Overstock(Caution):
    """Far more than the reorder level calls for."""

    message = (
        "Surstock probable de « {product} » : il y en aurait {projected}, pour un seuil de "
        "réapprovisionnement de {reorder_point}."
    )


class VagueReserves(Caution):
    """Reserves that say nothing protect nobody (C. com. L133-3)."""

    message = (
        "Des réserves vagues ou absentes ne protègent pas l'entreprise : écrivez la nature du "
        "défaut, la quantité et l'article."
    )


class BelowMinimum(Caution):
    """The supplier sells no fewer."""

    message = "« {product} » se commande par {minimum} au moins : {quantity} ne suffit pas."


class NotEarlier(DomainError):
    """The date asked for is not sooner than the one already given."""

    message = "Le {wanted_on} n'est pas plus tôt que la date prévue, le {due_on}."
    field = "wanted_on"


class TooManyRounds(Caution):
    """One negotiates a few times, not for ever."""

    message = (
        "{rounds} demandes de date pour la même commande : au-delà de {allowed}, la procédure "
        "demande de chercher une autre solution."
    )


class NotBooked(DomainError):
    """The truck was not counted yet."""

    message = "La réception {arrival} n'est pas enregistrée : comptez d'abord la marchandise."


class NothingToReproach(DomainError):
    """The goods were whole and sound."""

    message = "La réception {arrival} est complète et sans avarie : il n'y a rien à reprocher."


class EmptyProtest(DomainError):
    """A protest must say what is wrong."""

    message = "Écrivez ce qui est reproché : nature du défaut, quantité, article."
    field = "text"


class TooLate(Caution):
    """The legal delay to protest has gone (C. com. L133-3, CMR art. 30)."""

    message = (
        "Le délai de protestation est passé depuis le {last_day} : le transporteur n'a plus à "
        "répondre du dommage."
    )


class NotEvidentialProtest(Caution):
    """Only a registered letter or a bailiff's act is a protest."""

    message = (
        "Seule une lettre recommandée, ou un acte de commissaire de justice, vaut protestation "
        "auprès du transporteur."
    )


class TooManyClaimed(DomainError):
    """More units claimed than were ordered."""

    message = "La commande ne porte que {ordered} de « {product} » : {quantity} réclamé(s)."
    field = "quantity"


class AlreadyDecidedInvoice(DomainError):
    """The decision on this invoice was taken."""

    message = "La facture fournisseur {invoice} est déjà traitée."


class EmptyInvoice(DomainError):
    """An invoice without a line."""

    message = "La facture du fournisseur ne porte aucune ligne."


class NoReasonGiven(DomainError):
    """A dispute must say why."""

    message = "Écrivez pourquoi vous contestez : l'article, la quantité ou le prix."
    field = "reason"


class DifferencesUnsettled(Caution):
    """An invoice approved though it agrees neither with the order nor with the receipts."""

    message = (
        "La facture {invoice} ne concorde pas avec la commande et la réception : la bonne suite "
        "est de la contester."
    )


class NotMatched(Caution):
    """An invoice approved without looking at the order and the receipts."""

    message = "La facture {invoice} n'a pas été rapprochée de la commande et de la réception."


class RiskySeller(Caution):
    """A seller whose customers are not happy."""

    message = "{seller} n'a que {rating} sur 5 : voyez si l'économie vaut le risque."


class DearerThanUsual(Caution):
    """An offer above the usual cost."""

    message = "Cette offre revient plus cher que le prix d'achat habituel de « {product} »."


class NotMade(DomainError):
    """We do not produce this item."""

    message = "« {product} » ne se fabrique pas chez nous : commandez-le à son fournisseur."
    field = "product"


class PastDate(DomainError):
    """A wish for a day that has gone."""

    message = "Le {on} est passé : demandez une date à venir."
    field = "wanted_on"


class AlreadyProduced(DomainError):
    """The workshop has delivered."""

    message = "La demande de production {request} est déjà terminée."


class SoonerThanPossible(Caution):
    """A date that the workshop's usual delay does not allow."""

    message = "L'atelier demande {days} jours ouvrés : le {on} est plus tôt que le {possible}."


class MoreDamagedThanCounted(DomainError):
    """Damaged units are among those counted."""

    message = "« {product} » : {damaged} abîmé(s) pour {counted} compté(s). Comptez-les aussi."
    field = "lines"
