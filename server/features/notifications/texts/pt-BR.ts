import type { NoticeTexts } from './notice-texts.ts'

export const ptBR: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Nova solicitação de implementação [b]${number}[/b] em ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Novas solicitações de implementação desde o último resumo: [b]${total}[/b]` +
    (locked > 0 ? `, das quais ${locked} ainda bloqueadas para você.` : '.'),
  withdrawn: (number) =>
    `A solicitação [b]${number}[/b] foi retirada. Não entre mais em contato com o cliente sobre ela.`,
  erased: (number) =>
    `O cliente da solicitação [b]${number}[/b] pediu a exclusão dos dados pessoais. Apague a sua cópia e confirme no aplicativo.`,
  deliveryRefused: (number) =>
    `Seu CRM recusou a solicitação [b]${number}[/b]. O aplicativo mostra o motivo; depois de corrigi-lo, envie-a novamente por lá.`,
  test: 'Os avisos do aplicativo de solicitações de implementação chegam aqui.',
  open: 'Abrir no aplicativo'
}
