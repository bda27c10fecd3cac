"""Words of the journal for the telephone and for incidents: label, sentence, icon."""

STORY: dict[str, tuple[str, str, str]] = {
    "call.rang": ("Téléphone", "Le téléphone sonne : {caller}.", "telephone-inbound"),
    "call.answered": ("Appel pris", "En ligne avec {other}.", "telephone"),
    "call.missed": ("Appel manqué", "Personne n'a répondu à {other}.", "telephone-x"),
    "call.placed": ("Appel passé", "Appel de {to}.", "telephone-outbound"),
    "call.reply_chosen": ("Au téléphone", "Réponse donnée à {to}.", "chat-quote"),
    "call.noted": ("Note d'appel", "Note prise au téléphone ({words} mots).", "pencil"),
    "call.ended": ("Fin d'appel", "Appel terminé avec {to}.", "telephone-minus"),
    "task.created": ("Tâche notée", "Tâche notée pour le {due_at} : {post}.", "calendar-plus"),
    "task.finished": ("Tâche faite", "Tâche faite : {post}.", "calendar-check"),
    "task.dropped": ("Tâche abandonnée", "Tâche abandonnée : {post}.", "calendar-x"),
    "deposit.invoiced": (
        "Acompte facturé",
        "Somme d'avance facturée à {customer} : {gross} TTC sur {order}.",
        "receipt",
    ),
    "pro_forma.issued": (
        "Pro forma",
        "Pro forma de {order} émise pour {customer} : {gross} TTC, sans valeur comptable.",
        "file-earmark",
    ),
    "deposit.deducted": (
        "Acompte déduit",
        "{advance} déduite de la facture définitive de {customer} : {amount}.",
        "dash-circle",
    ),
    "order.changed": (
        "Commande modifiée",
        "Commande de {customer} modifiée : {before} devient {gross} TTC, promise le {promised_on}.",
        "pencil-square",
    ),
    "order.cancelled": (
        "Commande annulée",
        "Commande de {customer} annulée : {ground}.",
        "x-octagon",
    ),
    "payment.unmatched": (
        "Délettré",
        "{amount} retirés de {invoice} : {left} y restent dus par {customer}.",
        "link",
    ),
    "payment.payer_corrected": (
        "Client corrigé",
        "Règlement de {amount} passé de {instead_of} à {customer}.",
        "person-check",
    ),
    "bank.debited": (
        "Impayé en banque",
        "La banque reprend {amount} : règlement {payment} de {customer}, {why}.",
        "bank",
    ),
    "payment.returned": (
        "Impayé enregistré",
        "Règlement de {amount} revenu impayé, {customer} doit de nouveau.",
        "arrow-return-left",
    ),
    "refund.issued": (
        "Remboursement",
        "{amount} rendus à {customer} sur {source}.",
        "cash-coin",
    ),
    "payment_plan.agreed": (
        "Échéancier convenu",
        "Échéancier convenu avec {customer} : {total} en {count} versements, jusqu'au {ends_on}.",
        "calendar2-week",
    ),
    "payment_plan.instalment_kept": (
        "Versement reçu",
        "Versement {rank} de {customer} reçu, reste {left}.",
        "calendar2-check",
    ),
    "payment_plan.kept": ("Échéancier tenu", "{customer} a tout réglé.", "calendar2-check"),
    "payment_plan.broken": (
        "Échéancier rompu",
        "Échéancier de {customer} rompu au versement {rank} : {left} exigibles.",
        "calendar2-x",
    ),
    "insolvency.published": (
        "Procédure collective",
        "{customer} : jugement du {judged_on}, créances à déclarer avant le {last_day}.",
        "bank2",
    ),
    "insolvency.noted": ("Procédure notée", "Procédure collective notée : {customer}.", "bank2"),
    "debt_claim.declared": (
        "Créance déclarée",
        "Créance de {total} sur {customer} déclarée au mandataire.",
        "file-earmark-check",
    ),
    "legal_page.consulted": (
        "Information juridique",
        "Information juridique lue : {body}.",
        "book",
    ),
    "litigation.handed": (
        "Dossier confié",
        "Créance de {total} sur {customer} confiée, facture {invoice}.",
        "folder-symlink",
    ),
    "litigation.answered": (
        "Réponse au dossier",
        "Dossier de {customer} lu, facture {invoice}.",
        "envelope-open",
    ),
    "litigation.completed": (
        "Dossier complété",
        "Pièces jointes au dossier de {customer}, facture {invoice}.",
        "paperclip",
    ),
    "litigation.reported": (
        "Compte rendu",
        "Compte rendu reçu sur {customer}, facture {invoice}.",
        "clipboard-check",
    ),
    "litigation.write_off_proposed": (
        "Perte proposée",
        "Perte de {gross} sur {customer} proposée à la comptabilité.",
        "journal-minus",
    ),
    "solvency.opened": (
        "Dossier de solvabilité",
        "Dossier de solvabilité ouvert : {customer}.",
        "folder-plus",
    ),
    "solvency.looked_up": ("Source consultée", "Source consultée : {customer}.", "search"),
    "solvency.asked": (
        "Rapport commandé",
        "Rapport d'agence commandé sur {customer} : {cost}.",
        "hourglass-split",
    ),
    "solvency.concluded": (
        "Solvabilité conclue",
        "Dossier de {customer} conclu : plafond proposé {limit}.",
        "clipboard-check",
    ),
    "credit_limit.set": (
        "Plafond changé",
        "Plafond de {customer} : {before}, désormais {limit}.",
        "speedometer2",
    ),
    "statement.issued": (
        "Relevé de compte",
        "Relevé envoyé à {customer} : solde {balance}, dont {overdue} échus.",
        "file-earmark-spreadsheet",
    ),
    "statement.answered": (
        "Réponse au relevé",
        "{customer} a répondu au relevé de son compte.",
        "reply",
    ),
    "consent.given": (
        "Accord noté",
        "Accord de prospection noté chez {customer}.",
        "check2-circle",
    ),
    "consent.withdrawn": (
        "Accord retiré",
        "Accord de prospection retiré chez {customer}.",
        "x-circle",
    ),
    "objection.noted": (
        "Opposition notée",
        "Opposition à la prospection notée chez {customer}.",
        "slash-circle",
    ),
    "prospect.erased": (
        "Prospect effacé",
        "Données de {customer} effacées, dernier contact le {last_contact_on}.",
        "eraser",
    ),
    "contact.erased": (
        "Contact effacé",
        "Coordonnées de quelqu'un parti de chez {customer} effacées.",
        "eraser",
    ),
    "privacy.requested": (
        "Demande RGPD",
        "Demande de quelqu'un chez {customer} sur ses données, réponse due le {answer_by}.",
        "shield",
    ),
    "privacy.extended": (
        "Délai prolongé",
        "Réponse à {customer} repoussée au {answer_by}.",
        "hourglass-split",
    ),
    "privacy.answered": (
        "Demande RGPD répondue",
        "Réponse faite à la personne, chez {customer}.",
        "shield-check",
    ),
    "incident.struck": ("Incident", "Incident : {incident}.", "lightning"),
    "hint.asked": ("Indice", "Indice demandé (niveau {level}).", "lightbulb"),
    "incident.answered": ("Réaction", "Réaction à l'incident {incident}.", "lightning-charge"),
}
