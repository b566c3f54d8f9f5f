import type { MailTexts } from './mail-texts.ts'

export const ptBR: MailTexts = {
  subject: (total) =>
    total === 1 ? 'Uma nova solicitação de implementação' : `${total} novas solicitações de implementação`,
  greeting: (partner) => `Olá, ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'Chegou uma nova solicitação de implementação para os seus locais'
      : `Chegaram ${total} novas solicitações de implementação para os seus locais`) +
    (locked === 0 ? '.' : `. Já abertas para você: ${total - locked}; ainda bloqueadas: ${locked}.`),
  more: (count) => `… e mais ${count}.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'A bloqueada' : `A primeira das ${locked} bloqueadas`} abre para você em ${at}.`,
  open: 'Abrir as solicitações',
  howToOpen: 'Abra o aplicativo Solicitações de implementação no seu Bitrix24, em Aplicativos.',
  why: 'Você recebe este e-mail como parceiro prata ou ouro do Bitrix24, no máximo uma vez por hora.',
  unsubscribe: 'Não receber mais estes e-mails',
  page: {
    title: 'E-mails sobre novas solicitações',
    ask: (email) => `${email} não deve mais receber e-mails sobre novas solicitações?`,
    stop: 'Não receber mais e-mails',
    stopped: (email) =>
      `${email} não recebe mais e-mails sobre novas solicitações. O aplicativo continua a mostrá-las.`,
    resume: 'Receber de novo',
    resumed: (email) => `${email} volta a receber e-mails sobre novas solicitações.`,
    unknown: { title: 'Link desconhecido', text: 'Este link está incompleto ou não é mais válido.' }
  }
}
