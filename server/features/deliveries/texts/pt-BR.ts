import type { DeliveryTexts } from './delivery-texts.ts'

export const ptBR: DeliveryTexts = {
  source: 'Solicitação de implementação do Bitrix24',
  firstContact: (number) => `Primeiro contato: ${number}`,
  firstContactHint: 'O cliente espera um primeiro contato pessoal e discreto. Não repasse o contato.',
  labels: {
    number: 'Solicitação',
    summary: 'Resumo',
    description: 'Descrição',
    services: 'Serviços',
    location: 'Local',
    languages: 'Idiomas',
    role: 'Cargo do contato',
    companySize: 'Tamanho da empresa',
    industry: 'Setor',
    users: 'Usuários',
    budget: 'Orçamento',
    timeframe: 'Prazo',
    edition: 'Edição',
    messengers: 'Mensageiros',
    website: 'Site',
    address: 'Endereço'
  },
  status: {
    open: 'Em andamento',
    won: 'Ganha',
    lost: 'Perdida',
    void: 'Não conta',
    withdrawn: 'Retirada',
    erased: 'Dados do cliente apagados',
    none: 'Sem solicitação'
  },
  notes: {
    withdrawn: (number) =>
      `A solicitação ${number} foi retirada pelo cliente ou pelo Bitrix24. Não entre mais em contato com o cliente sobre ela.`,
    erased: (number) =>
      `O cliente da solicitação ${number} pediu a exclusão dos dados pessoais. Apague a sua cópia deste cartão e de qualquer outro lugar.`
  }
}
