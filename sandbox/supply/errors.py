"""What the supply desk refuses, and what it lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class UnknownProduct(DomainError):
    """No product of the catalogue has this reference."""

    message = "L'article « {product} » n'est pas au catalogue."
    field = "lines"


class NothingToConsult(DomainError):
    """A look-up names no product."""

    message = "Indiquez au moins un article dont vous voulez connaître le stock."


class NotEnoughStock(DomainError):
    """More units would leave than the warehouse holds."""

    message = "L'entrepôt n'a que {physical} de « {product} » : {quantity} ne peuvent en sortir."


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
