"""What the shipping desk refuses, and what it lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class UnknownIncoterm(DomainError):
    """No such rule among the Incoterms 2020."""

    message = "« {incoterm} » n'est pas un Incoterm 2020."
    field = "incoterm"


class PastDay(DomainError):
    """A day that has gone."""

    message = "Le {on} est passé : choisissez un jour à venir."
    field = "on"


class InstructionTooLate(Caution):
    """The carrier has left, or leaves before the goods are ready."""

    message = (
        "{carrier} ne prend plus rien après {cut_off} : les marchandises partiront au mieux le "
        "{leaves_on}."
    )


class IncotermWithoutPlace(Caution):
    """An incoterm says nothing without its place."""

    message = "Un Incoterm s'écrit avec un lieu et une édition : « FCA Rennes, Incoterms 2020 »."


class UnknownPackaging(DomainError):
    """The procedure has no such packaging."""

    message = "L'emballage « {packaging} » n'est pas dans la procédure."
    field = "packaging"


class EmptyParcel(DomainError):
    """A parcel without anything in it."""

    message = "Le colis {number} est vide."
    field = "parcels"


class NotTheDelivery(DomainError):
    """The parcels hold something else than the delivery note."""

    message = "Les colis contiennent {packed} « {product} », le bon en porte {expected}."
    field = "parcels"


class TooHeavy(Caution):
    """A parcel above what its packaging bears."""

    message = "Le colis {number} pèse {kilos} kg : c'est trop pour cet emballage."


class TooFewToGroup(DomainError):
    """One delivery alone is no group."""

    message = "Un départ groupé réunit au moins deux livraisons."
    field = "deliveries"


class AlreadyGrouped(DomainError):
    """The delivery leaves with another group."""

    message = "{reference} part déjà dans un départ groupé."


class NotAGroupedDay(Caution):
    """The procedure groups departures on some days."""

    message = "La procédure groupe les départs le {days} : voyez si cela peut attendre."


class NoBackorder(DomainError):
    """Nothing of this order is left to deliver."""

    message = "La commande {reference} n'a pas de reliquat."


class SoonerThanStock(Caution):
    """A date that neither the stock nor the suppliers allow."""

    message = "Le stock ne permet pas de livrer avant le {possible}."


class NotDelivered(DomainError):
    """The goods are not there yet."""

    message = "{reference} n'est pas encore livré."


class MoreThanDelivered(DomainError):
    """More units than the delivery brought."""

    message = "{reference} ne portait que {delivered} « {product} »."
    field = "quantity"


class MoreThanOut(DomainError):
    """More packaging given back than the customer has."""

    message = "Ce client n'a que {out} emballage(s) de ce type à rendre."
    field = "quantity"


class AlreadyInstructed(DomainError):
    """The shipping service has its order."""

    message = "L'ordre d'expédition de {reference} est déjà donné."
