import type { MailTexts } from './mail-texts.ts'

export const it: MailTexts = {
  subject: (total) =>
    total === 1 ? 'Una nuova richiesta di implementazione' : `${total} nuove richieste di implementazione`,
  greeting: (partner) => `Buongiorno ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'è arrivata una nuova richiesta di implementazione per le vostre località'
      : `sono arrivate ${total} nuove richieste di implementazione per le vostre località`) +
    (locked === 0 ? '.' : `. Già aperte per voi: ${total - locked}; ancora bloccate: ${locked}.`),
  more: (count) => `… e altre ${count}.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'Quella bloccata' : `La prima delle ${locked} bloccate`} si apre per voi il ${at}.`,
  open: 'Apri le richieste',
  howToOpen: 'Aprite l’applicazione Richieste di implementazione nel vostro Bitrix24, in Applicazioni.',
  why: 'Ricevete questa e-mail come partner argento o oro di Bitrix24, al massimo una volta all’ora.',
  unsubscribe: 'Non ricevere più queste e-mail',
  page: {
    title: 'E-mail sulle nuove richieste',
    ask: (email) => `${email} non deve più ricevere e-mail sulle nuove richieste?`,
    stop: 'Niente più e-mail',
    stopped: (email) => `${email} non riceve più e-mail sulle nuove richieste. L’applicazione continua a mostrarle.`,
    resume: 'Riceverle di nuovo',
    resumed: (email) => `${email} riceve di nuovo e-mail sulle nuove richieste.`,
    unknown: { title: 'Link sconosciuto', text: 'Questo link è incompleto o non più valido.' }
  }
}
