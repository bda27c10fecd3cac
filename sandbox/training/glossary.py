"""The words of the trade, one plain sentence each: shown under the pointer, and in the help."""

GLOSSARY: dict[str, str] = {
    "accord": "Feu vert écrit de quelqu'un qui a plus de pouvoir de décision que vous.",
    "accusé de réception de commande": "Document qui confirme au client les articles, les prix "
    "et la date de sa commande.",
    "acompte": "Somme versée à la commande, à valoir sur le prix : elle engage les deux parties.",
    "aléa": "Événement imprévu qui dérange le cours normal d'un dossier : retard, casse, erreur.",
    "annuaire": "Registre qui dit à quelle adresse et par quelle plateforme une entreprise reçoit "
    "ses factures.",
    "arrhes": "Somme versée à la commande : chacun peut renoncer, l'acheteur en la perdant, le "
    "vendeur en rendant le double.",
    "avarie": "Dégât subi par la marchandise pendant le transport.",
    "avoir": "Document qui annule tout ou partie d'une facture, laquelle ne se modifie jamais.",
    "avoir interne": "Avoir qui annule dans nos comptes une facture rejetée ou refusée, sans être "
    "envoyé au client.",
    "balance âgée": "Tableau de ce que les clients doivent, rangé selon l'ancienneté du retard.",
    "base hors taxe": "Montant sur lequel la TVA est calculée.",
    "bon de livraison": "Document qui accompagne la marchandise, signé par le client à l'arrivée.",
    "catalogue": "Liste de nos articles avec leur prix public hors taxe.",
    "besoin d'aménagement": "Comment joindre une personne : ce qu'il faut faire, jamais pourquoi.",
    "CGV": "Conditions générales de vente : les règles écrites qui valent pour toutes nos ventes.",
    "Chorus Pro": "Portail de l'État par lequel les services publics reçoivent leurs factures.",
    "commande": "Engagement du client d'acheter à un prix et à une date convenus.",
    "commande fournisseur": "Commande que nous passons à celui qui nous vend la marchandise.",
    "contentieux": "Étape où un impayé est confié à un juriste ou à un organisme de recouvrement.",
    "créance irrécouvrable": (
        "Somme que personne ne paiera, preuve à l'appui : une perte, dont la TVA revient."
    ),
    "dossier contentieux": (
        "Pièces qui prouvent une dette, remises avec elle : commande, livraison, facture, relances."
    ),
    "délégation": "Ce que votre poste peut décider seul ; au-delà, il faut un accord.",
    "devis": "Offre de prix écrite, valable jusqu'à une date : une fois envoyée, elle engage.",
    "disponible": "Ce qui est en stock moins ce qui est déjà réservé pour d'autres commandes.",
    "e-reporting": "Transmission à l'administration des ventes aux particuliers et à l'étranger.",
    "échéance": "Date à laquelle une facture doit être payée.",
    "échéancier": (
        "Versements datés par lesquels un client règle une dette reconnue ; il suspend la relance."
    ),
    "éco-contribution": "Somme qui finance la collecte et le recyclage du meuble en fin de vie.",
    "encours": "Total de ce que nous avons facturé au client et qu'il n'a pas encore payé.",
    "escompte": "Réduction accordée à un client qui paie avant l'échéance.",
    "facture": "Document qui réclame le prix de ce qui a été livré ; émise, elle ne change plus.",
    "franco de port": "Livraison offerte, à partir d'un certain montant de commande.",
    "impayé": "Facture dont l'échéance est passée et qui reste due, en tout ou en partie.",
    "indemnité forfaitaire": "40 € dus de plein droit par un professionnel qui paie en retard.",
    "journal": "Trace de chaque geste de la partie, dans l'ordre, que personne ne peut modifier.",
    "lettrage": "Rapprochement d'un règlement et de la facture qu'il paie.",
    "litige": "Désaccord avec un client, un fournisseur ou un transporteur, à régler.",
    "mise en demeure": "Lettre, en principe recommandée, qui exige le paiement dans un délai avant "
    "toute action en justice.",
    "pénalités de retard": "Intérêts dus par un professionnel dès le lendemain de l'échéance.",
    "plafond d'encours": "Somme qu'un client ne doit pas dépasser sans un accord de la direction.",
    "plateforme agréée": "Service agréé par l'État qui contrôle, transmet et reçoit les factures "
    "électroniques.",
    "port": "Prix du transport jusqu'au client.",
    "préparation": "Mise de côté et emballage de la marchandise avant son départ.",
    "prix unitaire": "Prix hors taxe d'une pièce, avant remise.",
    "promesse de règlement": "Date à laquelle le client promet de payer : on ne relance pas avant.",
    "rabais": "Réduction exceptionnelle accordée pour un défaut ou un retard.",
    "réception": "Contrôle et entrée en stock de ce que le fournisseur a livré.",
    "réclamation": "Plainte d'un client : elle appelle une réponse et une solution.",
    "règlement": "Somme payée par un client, enregistrée d'après le relevé de la banque.",
    "relance": "Rappel adressé au client pour une facture échue ou un devis sans réponse.",
    "reliquat": "Partie d'une commande qui reste à livrer après une première livraison.",
    "remise": "Réduction habituelle du prix, en pour cent, selon la qualité ou les quantités.",
    "réservé": "Ce qui est en stock mais déjà promis à une commande enregistrée.",
    "réserves": "Défauts notés avec précision sur le bon, à la livraison, pour garder ses droits.",
    "ristourne": "Réduction versée en fin de période sur l'ensemble des achats d'un client.",
    "rupture": "Situation où un article demandé n'est plus disponible en stock.",
    "seuil de réapprovisionnement": "Niveau de stock à partir duquel il faut commander de nouveau.",
    "SIREN": "Numéro à neuf chiffres qui identifie une entreprise en France.",
    "SIRET": "Numéro à quatorze chiffres qui identifie un établissement : SIREN et cinq chiffres.",
    "solvabilité": "Capacité d'un client à payer ce qu'il doit.",
    "stock physique": "Ce qui se trouve réellement dans l'entrepôt.",
    "transporteur": "Entreprise qui porte la marchandise jusqu'au client.",
    "TTC": "Toutes taxes comprises : le montant que le client paie.",
    "TVA": "Taxe sur la valeur ajoutée, que nous facturons au client et reversons à l'État.",
    "CUMP": "Coût unitaire moyen pondéré : ce que vaut une unité, recalculé à chaque réception.",
    "quarantaine": "Unités mises à part, abîmées ou douteuses : elles ne sont promises à personne.",
    "inventaire": "Comptage de ce qui est vraiment sur les rayons, comparé aux comptes.",
    "protestation": "Lettre recommandée et motivée au transporteur, sous trois jours.",
    "consigne": "Somme rendue au client quand il rapporte l'emballage.",
    "procédure collective": (
        "Sauvegarde, redressement ou liquidation d'une entreprise qui ne peut plus payer : les "
        "dettes d'avant sont gelées."
    ),
    "mandataire judiciaire": (
        "Personne nommée par le tribunal à qui les créanciers déclarent ce qui leur est dû."
    ),
    "déclaration de créance": (
        "Écrit par lequel on fait connaître sa créance au mandataire, dans les deux mois de "
        "l'annonce."
    ),
    "consentement": "Accord prouvé d'une personne à être prospectée par un canal.",
    "conservation": "Durée pendant laquelle des données se gardent ; ensuite, elles s'effacent.",
    "opposition": "Refus d'être prospecté : il s'honore tout de suite.",
    "droit d'accès": (
        "Droit de toute personne de recevoir, dans le mois, tout ce que l'on tient sur elle."
    ),
    "relevé de compte": (
        "Tout ce qu'un client doit et a payé, à une date, pour qu'il dise s'il est d'accord."
    ),
    "dossier de solvabilité": (
        "Ce que l'on a lu sur un client, source par source, et ce que l'on en conclut."
    ),
    "privilège": (
        "Dette envers l'État ou la Sécurité sociale inscrite au greffe : elle passe avant la nôtre."
    ),
    "plan de classement": "Liste des dossiers où chaque type de document se range.",
    "brouillon": "Message gardé sans être envoyé, pour le finir plus tard.",
    "étiquette": "Mot donné à un message pour le retrouver avec ceux du même sujet.",
    "accusé de lecture": "Avis qui revient quand le destinataire a ouvert le message.",
    "modèle de lettre": (
        "Lettre écrite une fois, dont les champs se remplissent avec le client et le document."
    ),
    "publipostage": "Même lettre envoyée à plusieurs clients, chacun avec ses propres données.",
    "remplaçant": "Collègue à qui s'adresser pendant l'absence d'un autre.",
    "contre-proposition": "Ce que l'autre accepterait, en réponse à une proposition chiffrée.",
    "courrier": (
        "Message qui part par la poste, simple ou recommandé, et qui coûte un affranchissement."
    ),
    "avis de réception": (
        "Preuve signée que le recommandé a été remis, qui revient quelques jours après."
    ),
    "pli non réclamé": (
        "Recommandé que le destinataire n'a pas retiré : la date de présentation compte."
    ),
    "hameçonnage": "Faux message qui pousse à cliquer ou à donner ses accès ; il se signale.",
    "canal": "Fil de discussion partagé avec un service, où un dossier se retrouve.",
    "classeur": "Fichier de tableur remis pour un travail que le scénario demande.",
    "note de passation": (
        "Ce que l'on écrit en quittant le poste : dossiers ouverts et prochaine action de chacun."
    ),
    "actualité": (
        "Ce que l'entreprise annonce et qui change le travail : tarif, article, procédure."
    ),
}
