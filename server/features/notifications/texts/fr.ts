import type { NoticeTexts } from './notice-texts.ts'

export const fr: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Nouvelle demande d’implémentation [b]${number}[/b], ${country} : ${services}.`,
  digest: ({ total, locked }) =>
    `Nouvelles demandes d’implémentation depuis le dernier résumé : [b]${total}[/b]` +
    (locked > 0 ? `, dont ${locked} encore verrouillées pour vous.` : '.'),
  withdrawn: (number) => `La demande [b]${number}[/b] a été retirée. Ne contactez plus le client à ce sujet.`,
  erased: (number) =>
    `Le client de la demande [b]${number}[/b] a demandé l’effacement de ses données personnelles. Supprimez votre copie et confirmez-le dans l’application.`,
  deliveryRefused: (number) =>
    `Votre CRM a refusé la demande [b]${number}[/b]. L’application en montre la raison ; une fois corrigée, renvoyez la demande depuis l’application.`,
  test: 'Les notifications de l’application Demandes d’implémentation arrivent ici.',
  open: 'Ouvrir dans l’application'
}
