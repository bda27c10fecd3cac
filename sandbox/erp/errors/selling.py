"""What the sales desk refuses, and what it lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class UnknownProduct(DomainError):
    """A line names a product that the catalogue does not have."""

    message = "Ligne {line} : l'article « {product} » n'est pas au catalogue."
    field = "lines"


class BadQuantity(DomainError):
    """Zero or fewer units."""

    message = "Ligne {line} : la quantité doit être un nombre entier, 1 ou plus."
    field = "lines"


class BadDiscount(DomainError):
    """A discount outside 0-100 %."""

    message = "Ligne {line} : une remise va de 0 à 100 %."
    field = "lines"


class BadPrice(DomainError):
    """A negative unit price."""

    message = "Ligne {line} : le prix unitaire ne peut pas être négatif."
    field = "lines"


class BadCarriage(DomainError):
    """A negative carriage."""

    message = "Les frais de port ne peuvent pas être négatifs."
    field = "carriage"


class BadValidity(DomainError):
    """An offer that would be over before it leaves."""

    message = "La validité d'un devis est d'au moins un jour."
    field = "validity_days"


class EmptyQuote(DomainError):
    """A quote without a line offers nothing."""

    message = "Le devis {reference} n'a aucune ligne : il ne peut pas être envoyé."


class AlreadySent(DomainError):
    """A quote that left does not change any more (C. civ. 1116)."""

    message = "Le devis {reference} est déjà parti : il ne se modifie plus."


class NotSent(DomainError):
    """Nobody is waiting for an answer to this quote."""

    message = "Le devis {reference} n'attend pas de réponse."


class ExpiredQuote(Caution):
    """The offer had lapsed (C. civ. 1117): the customer cannot accept it any more."""

    message = "Le devis {reference} n'était plus valable : il expirait le {valid_until:%d/%m/%Y}."


class DiscountAboveDelegation(Caution):
    """A discount that somebody else must grant."""

    message = (
        "Remise de {discount} au-delà de votre délégation ({most}) : "
        "l'accord de la direction est attendu avant l'envoi."
    )


class AmountAboveDelegation(Caution):
    """An amount that somebody else must sign for."""

    message = (
        "{net} hors taxe, au-delà de votre délégation ({most}) : "
        "l'accord de la direction est attendu."
    )


class NoQuote(DomainError):
    """The order refers to no quote."""

    message = "La commande {reference} ne se rattache à aucun devis : rien à comparer."


class NoDifference(DomainError):
    """The order says what the quote says."""

    message = "La commande {reference} est conforme au devis : aucun écart à signaler."


class NotToBeChecked(DomainError):
    """The order is not at the stage where it is checked."""

    message = "La commande {reference} n'est plus à vérifier : elle est enregistrée ou refusée."


class NotHeld(DomainError):
    """Only an order that waits can be released."""

    message = "La commande {reference} n'est pas en attente."


class MissingGround(DomainError):
    """A release says what changed since the order was held."""

    message = "Choisissez ce qui permet de lever l'attente."
    field = "ground"


class EmptyOrder(DomainError):
    """An order without a line asks for nothing."""

    message = "La commande {reference} n'a aucune ligne : il n'y a rien à enregistrer."


class AlreadyRecorded(DomainError):
    """The order was recorded before."""

    message = "La commande {reference} est déjà enregistrée."


class AlreadyAcknowledged(DomainError):
    """The acknowledgement left before."""

    message = "L'accusé de réception de la commande {reference} est déjà parti."


class MissingReason(DomainError):
    """A decision that the customer or a colleague will ask about."""

    message = "Indiquez le motif : il restera au dossier."
    field = "reason"


class MissingPromise(DomainError):
    """A promise needs a day."""

    message = "Indiquez la date que vous promettez au client."
    field = "promised_on"


class PromiseInThePast(DomainError):
    """A promise for a day that is over."""

    message = "La date promise est passée : choisissez aujourd'hui ou plus tard."
    field = "promised_on"


class NothingShort(DomainError):
    """Everything ordered is set aside, or has left."""

    message = "Rien ne manque à la commande {reference} : tout est réservé ou parti."


class StillOutOfStock(DomainError):
    """What is short has not come in."""

    message = "Le stock manque toujours pour la commande {reference} : rien à réserver."


class OverLimit(Caution):
    """The order takes the customer over the limit, and nobody granted that."""

    message = (
        "Plafond dépassé de {excess} ({counted} pour un plafond de {limit}), "
        "sans accord de la direction."
    )


class NothingGranted(Caution):
    """An order released on an approval that nobody gave."""

    message = "Personne n'a donné son accord sur la commande {reference}."


class DifferencesOpen(Caution):
    """The order still differs from the quote."""

    message = "La commande diffère encore du devis {quote} : rien n'est réglé avec le client."


class PromiseBeforeAvailable(Caution):
    """A promise that today's stock and purchase orders do not carry."""

    message = (
        "Date promise : le {promised_on:%d/%m/%Y}. D'après le stock et les commandes "
        "fournisseurs, tout n'y sera que le {available_on:%d/%m/%Y}."
    )


class SilentCorrection(Caution):
    """The order was changed without a word to the customer."""

    message = (
        "La commande a été alignée sur le devis sans que le client le sache : "
        "un écart se signale, le client le confirme."
    )


class UnknownDocument(DomainError):
    """An approval about a document that is not there."""

    message = "Le document « {about} » est introuvable."
    field = "about"


class UnknownPost(DomainError):
    """Nobody in the company holds this post."""

    message = "Personne n'occupe le poste « {post} » dans l'entreprise."
    field = "post"


class AlreadyAsked(DomainError):
    """The same question was asked before, and was not refused."""

    message = "L'accord est déjà demandé ou donné pour {about}."


class AlreadyDecided(DomainError):
    """The answer was given before."""

    message = "La demande {reference} a déjà sa réponse."
