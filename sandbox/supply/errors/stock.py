"""What the warehouse refuses, and what it lets pass with a warning."""

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


class AlreadyCounted(DomainError):
    """The count was made."""

    message = "L'inventaire {count} est déjà fait : demandez-en un autre s'il faut recompter."


class ImpossibleCount(DomainError):
    """A count below zero."""

    message = "Comptage impossible : {counted}. Écrivez 0 si le rayon est vide."
    field = "counted"


class NotCounted(DomainError):
    """Nobody has counted yet."""

    message = "L'inventaire {count} n'est pas encore compté : rien à corriger."


class NotSubmitted(DomainError):
    """Nobody asked for a decision on this count."""

    message = "Aucune décision n'est demandée sur l'inventaire {count}."


class AlreadyAdjusted(DomainError):
    """The books were corrected from this count."""

    message = "Le stock est déjà corrigé d'après l'inventaire {count}."


class NothingToAdjust(DomainError):
    """The count agrees with the books."""

    message = "L'inventaire {count} est juste : il n'y a pas d'écart à corriger."


class CountUnderway(DomainError):
    """The product is being counted."""

    message = "Un inventaire de « {product} » est déjà en cours : {count}."


class GapNotApproved(Caution):
    """A large gap corrected without the agreement that the procedure asks for."""

    message = (
        "L'écart de {gap} dépasse le seuil de la procédure : il fallait l'accord d'un responsable "
        "avant de corriger le stock."
    )


class BadUnits(DomainError):
    """No such number of units can be handled."""

    message = "{quantity} unité(s) de « {product} » : il n'y en a que {free} de disponible(s)."
    field = "quantity"


class AlreadySettled(DomainError):
    """What was open is closed."""

    message = "{reference} est déjà réglé : il ne se règle qu'une fois."


class DestroyingSoundGoods(Caution):
    """Unsold goods that are not damaged may not be destroyed (C. env. L541-15-8, AGEC)."""

    message = (
        "Détruire un produit neuf non alimentaire invendu est interdit (loi AGEC) : remettez-le "
        "en vente, donnez-le ou faites-le recycler."
    )
