"""What the people and the places of a customer refuse, or let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class PersonUnnamed(DomainError):
    """A contact has a name."""

    message = "Indiquez le nom de la personne."
    field = "name"


class NoWayToReach(DomainError):
    """A contact can be reached."""

    message = "Indiquez au moins une adresse ou un numéro pour joindre cette personne."
    field = "email"


class NotTheirs(DomainError):
    """The person or the place is another customer's, or gone."""

    message = "Cette personne ou ce site n'est plus sur la fiche de {customer}."


class SiteIncomplete(DomainError):
    """A site is an address."""

    message = "Un site a un nom, une rue, un code postal et une ville."
    field = "label"


class ChannelUnfit(Caution):
    """This channel does not suit what somebody there needs."""

    message = "{name} se joint autrement : {need}. Préférez une voie qui convient."
