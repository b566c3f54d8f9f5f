import type { DeliveryTexts } from './delivery-texts.ts'

export const fr: DeliveryTexts = {
  source: 'Demande d’implémentation Bitrix24',
  firstContact: (number) => `Premier contact : ${number}`,
  firstContactHint: 'Le client attend un premier contact personnel et discret. Ne transmettez pas ses coordonnées.',
  labels: {
    number: 'Demande',
    summary: 'Résumé',
    description: 'Description',
    services: 'Services',
    location: 'Zone',
    languages: 'Langues',
    role: 'Fonction du contact',
    companySize: 'Taille de l’entreprise',
    industry: 'Secteur',
    users: 'Utilisateurs',
    budget: 'Budget',
    timeframe: 'Délai',
    edition: 'Édition',
    messengers: 'Messageries',
    website: 'Site web',
    address: 'Adresse'
  },
  status: {
    open: 'En cours',
    won: 'Gagnée',
    lost: 'Perdue',
    void: 'Non comptée',
    withdrawn: 'Retirée',
    erased: 'Données du client effacées',
    none: 'Aucune demande'
  },
  notes: {
    withdrawn: (number) =>
      `La demande ${number} a été retirée par le client ou par Bitrix24. Ne contactez plus le client à ce sujet.`,
    erased: (number) =>
      `Le client de la demande ${number} a demandé l’effacement de ses données personnelles. Supprimez votre copie de cette fiche et partout ailleurs.`
  }
}
