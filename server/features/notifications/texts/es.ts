import type { NoticeTexts } from './notice-texts.ts'

export const es: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Nueva solicitud de implementación [b]${number}[/b] en ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Solicitudes de implementación nuevas desde el último resumen: [b]${total}[/b]` +
    (locked > 0 ? `, de ellas ${locked} aún bloqueadas para usted.` : '.'),
  withdrawn: (number) => `La solicitud [b]${number}[/b] se ha retirado. No contacte más con el cliente por ella.`,
  erased: (number) =>
    `El cliente de la solicitud [b]${number}[/b] ha pedido borrar sus datos personales. Borre su copia y confírmelo en la aplicación.`,
  deliveryRefused: (number) =>
    `Su CRM ha rechazado la solicitud [b]${number}[/b]. La aplicación indica el motivo; cuando lo haya corregido, envíela de nuevo desde allí.`,
  test: 'Aquí llegan los avisos de la aplicación de solicitudes de implementación.',
  open: 'Abrir en la aplicación'
}
