"""What shipping, invoicing, cashing in and dunning refuse, or let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class NothingToShip(DomainError):
    """No unit of the order is reserved and waiting."""

    message = (
        "Rien n'est à préparer pour la commande {reference} : aucun article réservé n'attend. "
        "Voyez le stock et les réceptions attendues."
    )


class NoCarrier(DomainError):
    """Goods do not leave on their own."""

    message = "Choisissez un transporteur avant d'expédier le bon {reference}."
    field = "carrier"


class AlreadyShipped(DomainError):
    """What has left cannot leave again, nor change carrier."""

    message = "Le bon {reference} est parti, ou annulé : il ne change plus."


class AlreadyDelivered(DomainError):
    """The customer has signed."""

    message = "Le bon {reference} est déjà signé par le client."


class NotShipped(DomainError):
    """Goods that have not left are neither delivered nor invoiced."""

    message = "Le bon {reference} n'est pas parti : expédiez-le d'abord."


class AfterCutOff(Caution):
    """The carrier has already been; goods leave on the next working day."""

    message = "{carrier} enlève jusqu'à {cut_off} : le départ est reporté au {leaves_on:%d/%m/%Y}."


class LaterThanPromised(Caution):
    """The goods will come after the date the customer was told."""

    message = (
        "Arrivée prévue le {arrives_on:%d/%m/%Y}, après le {promised_on:%d/%m/%Y} promis : "
        "prévenez le client."
    )


class AlreadyInvoiced(DomainError):
    """A delivery is invoiced once."""

    message = "Le bon {reference} est déjà facturé. Pour corriger, émettez d'abord un avoir."


class IssuedInvoiceNeverChanges(DomainError):
    """CGI art. 289: an issued invoice is corrected by a credit note, never altered."""

    message = (
        "La facture {reference} est émise : elle ne se modifie pas et ne se supprime pas "
        "(CGI, art. 289). Émettez un avoir, puis une nouvelle facture."
    )


class AlreadyCredited(DomainError):
    """A whole credit note is issued once."""

    message = "La facture {reference} est déjà annulée par un avoir."


class AlreadyPaid(DomainError):
    """What was paid, even in part, is not cancelled wholly."""

    message = (
        "La facture {reference} a déjà reçu un règlement : un avoir total n'est plus possible."
    )


class PlatformHasAnswered(DomainError):
    """The status asked for does not follow from the present one."""

    message = "La plateforme a déjà donné un statut à la facture {reference}."


class NotTheirStatus(DomainError):
    """Each status belongs to one side: the platforms, the buyer or the seller."""

    message = "Le statut « {status} » ne revient pas à celui qui le pose ici : {party}."


class WrongReason(DomainError):
    """Each status has its own list of reason codes (BR-FR-CDV-CL-09)."""

    message = "Le motif « {reason} » n'est pas permis pour le statut « {status} »."
    field = "reason"


class NumberAlreadySent(DomainError):
    """A platform never takes the same number twice, even after a rejection."""

    message = (
        "Le numéro {reference} a déjà été déposé : la plateforme ne le reprendra pas. Annulez la "
        "facture par un avoir, corrigez ce qui est faux, puis facturez sous un nouveau numéro."
    )


class NoOrderNumber(DomainError):
    """Nothing is noted when nothing was typed."""

    message = "Indiquez le numéro de commande que le client vous a donné (35 signes au plus)."
    field = "number"


class NothingToComplete(DomainError):
    """Only a suspended invoice is completed."""

    message = "Le client n'a pas suspendu la facture {reference} : il n'y a rien à compléter."


class NoSuchPaper(DomainError):
    """A suspended invoice is completed with a document of the same sale."""

    message = "Choisissez une pièce du dossier à joindre à la facture {reference}."
    field = "document"


class AlreadyRecordedLine(DomainError):
    """A bank line makes one payment."""

    message = "La ligne {reference} a déjà été enregistrée."


class BadAmount(DomainError):
    """Nothing, or less than nothing, cannot be reconciled."""

    message = "Le montant à lettrer doit être supérieur à zéro."
    field = "amount"


class AboveDebt(DomainError):
    """An invoice takes no more than is left to pay on it."""

    message = "Il reste {balance} à payer sur {reference} : on ne peut pas y lettrer {amount}."
    field = "amount"


class AbovePayment(DomainError):
    """A payment gives no more than what is left of it."""

    message = "Il reste {left} sur le règlement {reference} : on ne peut pas en lettrer {amount}."
    field = "amount"


class OtherCustomer(DomainError):
    """A payment settles the invoices of the one who paid."""

    message = "La facture {invoice} n'est pas à {customer}, qui a payé : choisissez-en une autre."
    field = "invoice"


class NothingLeft(DomainError):
    """Nothing remains of the payment, or nothing remains due."""

    message = "Plus rien n'est à lettrer sur {reference}."


class NotAPromise(DomainError):
    """A promise names a day to come."""

    message = "La date promise est passée : une promesse porte sur un jour à venir."
    field = "promised_on"


class NothingDue(DomainError):
    """A paid or cancelled invoice is not chased."""

    message = "La facture {reference} est soldée : il n'y a rien à réclamer."


class UnknownStep(DomainError):
    """The company's procedure has no such step."""

    message = "La procédure de relance de l'entreprise ne prévoit pas cette étape."
    field = "level"


class StepSkipped(Caution):
    """A step before this one was not taken."""

    message = "La procédure prévoit d'abord l'étape « {missing} » pour {reference}."


class PromiseRunning(Caution):
    """The customer promised to pay, and the day has not come."""

    message = "Le client a promis de payer {reference} le {promised_on:%d/%m/%Y} : attendez."


class PaymentWaiting(Caution):
    """Money of this customer waits to be recorded or reconciled."""

    message = "Un règlement de {customer} attend d'être enregistré ou lettré : vérifiez avant."


class NoApproval(Caution):
    """This step is somebody else's decision."""

    message = "L'étape « {step} » se décide avec l'accord de la direction : demandez-le d'abord."


class NotEvidential(Caution):
    """A formal notice must leave a proof of its date."""

    message = "Sans recommandé avec avis de réception, la mise en demeure se prouve mal."
