import type { NoticeTexts } from './notice-texts.ts'

export const it: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Nuova richiesta di implementazione [b]${number}[/b], ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Nuove richieste di implementazione dall’ultimo riepilogo: [b]${total}[/b]` +
    (locked > 0 ? `, di cui ${locked} ancora bloccate per Lei.` : '.'),
  withdrawn: (number) => `La richiesta [b]${number}[/b] è stata ritirata. Non contatti più il cliente al riguardo.`,
  erased: (number) =>
    `Il cliente della richiesta [b]${number}[/b] ha chiesto la cancellazione dei dati personali. Elimini la Sua copia e lo confermi nell’applicazione.`,
  deliveryRefused: (number) =>
    `Il Suo CRM ha rifiutato la richiesta [b]${number}[/b]. L’applicazione mostra il motivo; dopo averlo corretto, la invii di nuovo da lì.`,
  test: 'Gli avvisi dell’applicazione Richieste di implementazione arrivano qui.',
  open: 'Apri nell’applicazione'
}
