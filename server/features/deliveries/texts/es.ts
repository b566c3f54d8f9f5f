import type { DeliveryTexts } from './delivery-texts.ts'

export const es: DeliveryTexts = {
  source: 'Solicitud de implementación de Bitrix24',
  firstContact: (number) => `Primer contacto: ${number}`,
  firstContactHint: 'El cliente espera un primer contacto personal y discreto. No facilite el contacto a terceros.',
  labels: {
    number: 'Solicitud',
    summary: 'Resumen',
    description: 'Descripción',
    services: 'Servicios',
    location: 'Ubicación',
    languages: 'Idiomas',
    role: 'Cargo del contacto',
    companySize: 'Tamaño de la empresa',
    industry: 'Sector',
    users: 'Usuarios',
    budget: 'Presupuesto',
    timeframe: 'Plazo',
    edition: 'Edición',
    messengers: 'Mensajería',
    website: 'Sitio web',
    address: 'Dirección'
  },
  status: {
    open: 'En curso',
    won: 'Ganada',
    lost: 'Perdida',
    void: 'No cuenta',
    withdrawn: 'Retirada',
    erased: 'Datos del cliente borrados',
    none: 'Sin solicitud'
  },
  notes: {
    withdrawn: (number) =>
      `El cliente o Bitrix24 ha retirado la solicitud ${number}. No contacte más con el cliente por ella.`,
    erased: (number) =>
      `El cliente de la solicitud ${number} ha pedido borrar sus datos personales. Borre su copia de esta ficha y de cualquier otro lugar.`
  }
}
