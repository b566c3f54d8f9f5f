import type { MailTexts } from './mail-texts.ts'

export const fr: MailTexts = {
  subject: (total) =>
    total === 1 ? 'Une nouvelle demande d’implémentation' : `${total} nouvelles demandes d’implémentation`,
  greeting: (partner) => `Bonjour ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'Une nouvelle demande d’implémentation est arrivée pour vos zones'
      : `${total} nouvelles demandes d’implémentation sont arrivées pour vos zones`) +
    (locked === 0 ? '.' : `. Déjà ouvertes pour vous : ${total - locked} ; encore verrouillées : ${locked}.`),
  more: (count) => `… et ${count} de plus.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'La demande verrouillée' : `La première des ${locked} demandes verrouillées`} s’ouvrira pour vous le ${at}.`,
  open: 'Ouvrir les demandes',
  howToOpen: 'Ouvrez l’application Demandes d’implémentation dans votre Bitrix24, sous Applications.',
  why: 'Vous recevez cet e-mail en tant que partenaire argent ou or de Bitrix24, au plus une fois par heure.',
  unsubscribe: 'Ne plus recevoir ces e-mails',
  page: {
    title: 'E-mails sur les nouvelles demandes',
    ask: (email) => `${email} ne doit-il plus recevoir d’e-mails sur les nouvelles demandes ?`,
    stop: 'Ne plus recevoir d’e-mails',
    stopped: (email) =>
      `${email} ne reçoit plus d’e-mails sur les nouvelles demandes. L’application les affiche comme avant.`,
    resume: 'Les recevoir de nouveau',
    resumed: (email) => `${email} reçoit de nouveau des e-mails sur les nouvelles demandes.`,
    unknown: { title: 'Lien inconnu', text: 'Ce lien est incomplet ou n’est plus valable.' }
  }
}
