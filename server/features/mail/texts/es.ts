import type { MailTexts } from './mail-texts.ts'

export const es: MailTexts = {
  subject: (total) =>
    total === 1 ? 'Una nueva solicitud de implementación' : `${total} nuevas solicitudes de implementación`,
  greeting: (partner) => `Hola, ${partner}:`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'Ha llegado una nueva solicitud de implementación para sus ubicaciones'
      : `Han llegado ${total} nuevas solicitudes de implementación para sus ubicaciones`) +
    (locked === 0 ? '.' : `. Abiertas ya para usted: ${total - locked}; todavía bloqueadas: ${locked}.`),
  more: (count) => `… y ${count} más.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'La bloqueada' : `La primera de las ${locked} bloqueadas`} se abre para usted el ${at}.`,
  open: 'Abrir las solicitudes',
  howToOpen: 'Abra la aplicación Solicitudes de implementación en su Bitrix24, en Aplicaciones.',
  why: 'Recibe este correo como socio plata u oro de Bitrix24, como máximo una vez por hora.',
  unsubscribe: 'No recibir más estos correos',
  page: {
    title: 'Correos sobre nuevas solicitudes',
    ask: (email) => `¿Desea que ${email} deje de recibir correos sobre nuevas solicitudes?`,
    stop: 'No recibir más correos',
    stopped: (email) => `${email} ya no recibe correos sobre nuevas solicitudes. La aplicación las sigue mostrando.`,
    resume: 'Recibirlos de nuevo',
    resumed: (email) => `${email} vuelve a recibir correos sobre nuevas solicitudes.`,
    unknown: { title: 'Enlace desconocido', text: 'Este enlace está incompleto o ya no es válido.' }
  }
}
