"""What the mailbox and the customers' records refuse."""

from sandbox.core.errors import DomainError


class EmptyMessage(DomainError):
    """Nothing is written in the message."""

    message = "Le message est vide : écrivez ce que vous avez à dire avant de l'envoyer."
    field = "body"


class UnknownRecipient(DomainError):
    """The key leads to nobody outside the company."""

    message = "Le destinataire « {to} » est inconnu : choisissez-le dans la liste."
    field = "to"


class UnknownPost(DomainError):
    """Nobody in the company holds this post."""

    message = "Personne n'occupe le poste « {post} » : voyez l'annuaire interne."
    field = "post"


class NameMissing(DomainError):
    """A record needs a name."""

    message = "Indiquez le nom ou la raison sociale."
    field = "name"


class InvalidSiren(DomainError):
    """The SIREN cannot be one."""

    message = "{reason}"
    field = "siren"


class InvalidSiret(DomainError):
    """The SIRET cannot be one, or is not of this SIREN."""

    message = "{reason}"
    field = "siret"


class InvalidVatNumber(DomainError):
    """The VAT number cannot be one, or is not of this SIREN."""

    message = "{reason}"
    field = "vat_number"


class UnknownTerms(DomainError):
    """No such payment terms."""

    message = "{reason}"
    field = "terms"


class DuplicateCustomer(DomainError):
    """Another record bears this SIREN."""

    message = "Ce SIREN est déjà celui de {name} ({reference}) : ouvrez plutôt sa fiche."
    field = "siren"


class NotRinging(DomainError):
    """The call was taken, or given up."""

    message = "L'appel {reference} ne sonne plus."


class NobodyOnTheLine(DomainError):
    """No conversation is under way."""

    message = "Il n'y a personne en ligne sur l'appel {reference}."


class NoSuchReply(DomainError):
    """The reply is not among those offered."""

    message = "Cette réponse n'est pas proposée à ce moment de l'appel : « {choice} »."


class ReplyNeedsDate(DomainError):
    """The reply announces a date."""

    message = "Indiquez la date que vous annoncez."
    field = "on"


class LineBusy(DomainError):
    """One conversation at a time."""

    message = "Vous êtes déjà en ligne : terminez d'abord cet appel."


class EmptyTask(DomainError):
    """A task says what is to be done."""

    message = "Dites ce qu'il y a à faire."
    field = "text"


class TaskInThePast(DomainError):
    """A task is for later."""

    message = "Cette heure est déjà passée dans l'entreprise : choisissez-en une à venir."
    field = "due_at"


class TaskClosed(DomainError):
    """The task was finished or dropped."""

    message = "La tâche {reference} n'est plus à faire."


class DraftClosed(DomainError):
    """A draft is sent or given up once."""

    message = "Le brouillon {reference} est déjà parti, ou abandonné."


class UnknownEnclosure(DomainError):
    """The paper is not in the archive, or no longer."""

    message = "La pièce « {reference} » n'est pas au classement : choisissez-la dans la liste."
    field = "attachments"


class TooManyLabels(DomainError):
    """Labels help while they are few."""

    message = "Pas plus de {most} étiquettes par message : gardez les plus utiles."
    field = "labels"


class LabelTooLong(DomainError):
    """A label is a word or two."""

    message = "Une étiquette tient en {most} caractères : raccourcissez-la."
    field = "labels"


class NoReceiptAsked(DomainError):
    """A receipt comes back once, for a message that asked for it."""

    message = "Le message {reference} n'attend pas d'accusé de lecture."


class ReminderNeedsHour(DomainError):
    """A reminder is for a day and an hour."""

    message = "Indiquez le jour et l'heure du rappel, par exemple demain à 9 h."
    field = "at"


class UnfilledField(DomainError):
    """A field of the template was left empty."""

    message = "Le champ « {name} » du modèle n'est pas rempli : écrivez-le à la main ou ôtez-le."
    field = "body"


class TooFewRecipients(DomainError):
    """A mailing goes to several customers."""

    message = "Un publipostage s'adresse à deux clients au moins : cochez-en un autre."
    field = "customers"


class FieldMissingFor(DomainError):
    """One of the letters cannot be filled."""

    message = "Le champ « {name} » reste vide pour {customer} : retirez ce client ou ce champ."
    field = "body"


class NothingToAccept(DomainError):
    """The message proposes no figure."""

    message = "Le message {reference} ne propose aucun chiffre à accepter."


class AlreadyReturned(DomainError):
    """Nothing comes back of an ordinary letter, and once of a registered one."""

    message = "Aucun avis n'est attendu du courrier {reference}."


class NotReceived(DomainError):
    """One reports what others write."""

    message = "Le message {reference} est de vous : il n'y a rien à signaler."


class AlreadyReported(DomainError):
    """A message is reported once."""

    message = "Le message {reference} est déjà signalé."


class NoLink(DomainError):
    """The message asks for no click."""

    message = "Le message {reference} ne contient aucun lien."


class UnknownWorkbook(DomainError):
    """A workbook answers a task of the scenario."""

    message = "Aucun classeur « {task} » n'est demandé dans cette partie."
    field = "task"


class EmptyHandover(DomainError):
    """A hand-over note says something."""

    message = "La note de passation est vide : notez au moins un dossier et ce qui reste à faire."
    field = "note"


class NoNameColumn(DomainError):
    """The file does not say which column holds the names."""

    message = (
        "La première ligne doit nommer les colonnes, dont « Nom » : partez du modèle à télécharger."
    )
    field = "file"


class NobodyToImport(DomainError):
    """No line of the file is to be imported."""

    message = "Aucune ligne à importer : cochez-en une, ou choisissez un autre fichier."
    field = "file"


class ImportTooLong(DomainError):
    """A list is read over before it is written: it stays short."""

    message = "Le fichier compte {count} lignes, et {most} au plus : partagez-le en plusieurs."
    field = "file"


class UnknownLegalPage(DomainError):
    """No body writes such a page."""

    message = "Aucune page d'information juridique ne s'appelle « {page} »."
