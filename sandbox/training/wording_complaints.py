"""Words of the journal for complaints, people and places: label, sentence, icon."""

COMPLAINTS: dict[str, tuple[str, str, str]] = {
    "complaint.opened": (
        "Réclamation ouverte",
        "Réclamation de {customer} ouverte sur {about}.",
        "chat-square-quote",
    ),
    "complaint.acknowledged": (
        "Réclamation accusée",
        "{customer} prévenu : sa réclamation est prise en charge.",
        "envelope-check",
    ),
    "complaint.qualified": ("Réclamation qualifiée", "Réclamation qualifiée.", "tags"),
    "complaint.checked": ("Faits vérifiés", "Faits vérifiés sur pièces.", "search"),
    "complaint.answered": (
        "Réponse à la réclamation",
        "Réponse donnée à la réclamation de {customer} ({words} mots).",
        "reply",
    ),
    "complaint.replied": (
        "Réaction du client",
        "{customer} a réagi à la solution proposée.",
        "person-check",
    ),
    "complaint.settled": (
        "Réclamation close",
        "Réclamation de {customer} close, satisfaction demandée.",
        "check2-circle",
    ),
    "satisfaction.given": (
        "Satisfaction",
        "{customer} donne {score} sur 5 à propos de {about}.",
        "star",
    ),
    "contact.added": ("Contact noté", "Contact noté chez {customer}.", "person-plus"),
    "contact.changed": ("Contact à jour", "Contact mis à jour chez {customer}.", "person-gear"),
    "contact.left": ("Départ noté", "Un contact a quitté {customer}.", "person-dash"),
    "site.added": ("Site noté", "Site noté pour {customer}.", "geo-alt"),
    "site.closed": ("Site fermé", "Site de {customer} fermé.", "x-circle"),
    "customers.merged": ("Fiches fusionnées", "{merged} fusionné dans {customer}.", "union"),
    "customer.grouped": ("Groupe", "{customer} rattaché au groupe de {parent}.", "diagram-3"),
    "segment.joined": ("Segment", "{customer} ajouté à un segment.", "bookmark-plus"),
    "segment.quitted": ("Segment", "{customer} retiré d'un segment.", "bookmark-dash"),
}
