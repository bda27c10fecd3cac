"""Words of the journal for the order of the mailbox: label, sentence, icon."""

MAILBOX: dict[str, tuple[str, str, str]] = {
    "message.copied": ("Copie", "Copie envoyée de ce qui est écrit à {to}.", "files"),
    "message.attached": ("Pièce jointe", "Pièces du classement jointes pour {to}.", "paperclip"),
    "message.receipt_asked": ("Accusé demandé", "Accusé de lecture demandé à {to}.", "check2"),
    "message.receipt_returned": ("Message lu", "{other} a ouvert votre message.", "check2-all"),
    "message.moved": ("Message rangé", "Message changé de dossier.", "folder-symlink"),
    "message.labelled": ("Étiquettes", "Étiquettes mises à jour.", "tag"),
    "message.flagged": ("Suivi", "Drapeau de suivi changé.", "flag"),
    "message.template_used": ("Modèle", "Message écrit d'après un modèle.", "file-earmark-text"),
    "mail.merged": ("Publipostage", "La même lettre à plusieurs clients.", "people"),
    "offer.answered": (
        "Négociation",
        "{other} répond à une offre (tour {turn}).",
        "chat-left-dots",
    ),
    "letter.posted": ("Courrier", "Courrier posté pour {to} : {cost}.", "envelope-paper"),
    "letter.returned": (
        "Avis de la poste",
        "Retour d'un recommandé à {to}, présenté le {presented_on}.",
        "patch-check",
    ),
    "suspicion.reported": ("Signalement", "Message de {sender} signalé.", "shield-exclamation"),
    "link.followed": ("Lien suivi", "Lien du message de {sender} suivi.", "link-45deg"),
    "handover.written": ("Passation", "Note de passation : {post}.", "box-arrow-right"),
    "workbook.handed_in": (
        "Classeur remis",
        "Classeur remis, formules : {formulas}.",
        "file-earmark-spreadsheet",
    ),
    "news.published": ("Actualité", "L'entreprise annonce une nouvelle.", "megaphone"),
    "news.read": ("Actualité lue", "Actualité lue.", "book"),
    "catalogue.price_changed": ("Nouveau prix", "Le prix de {product} change.", "tags"),
    "catalogue.product_stopped": ("Article arrêté", "{product} n'est plus acheté.", "slash-circle"),
    "draft.kept": ("Brouillon gardé", "Brouillon gardé ({words} mots).", "pencil"),
    "draft.dropped": ("Brouillon abandonné", "Brouillon abandonné.", "trash"),
}
