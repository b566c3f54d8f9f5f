import type { Story } from './story.ts'

const BRAZIL = { country: 'BR', languages: ['pt-BR'] }

export const BR_OPEN: Story[] = [
  {
    ...BRAZIL,
    subdivision: 'BR-SP',
    city: 'Campinas',
    services: ['cloud_subscription', 'training'],
    company: 'Escola Horizonte',
    summary: 'CRM para uma rede de escolas de idiomas',
    description:
      'Quatro unidades, doze consultores. Queremos um funil único de matrículas, lembretes automáticos e um treinamento para a equipe.',
    role: 'Diretora comercial',
    companySize: '51-200',
    industry: 'Educação',
    users: 16,
    budget: [18000, 'BRL'],
    timeframe: 'até dois meses',
    edition: 'Standard'
  },
  {
    ...BRAZIL,
    subdivision: 'BR-PR',
    city: 'Curitiba',
    services: ['telephony', 'integration'],
    company: 'Casa Araucária',
    summary: 'Integrar WhatsApp e telefonia ao CRM',
    description:
      'Recebemos cerca de 300 conversas por dia. Precisamos distribuir entre os atendentes e medir o tempo de resposta.',
    role: 'Gerente de atendimento',
    companySize: '51-200',
    industry: 'Varejo de móveis',
    users: 32,
    budget: [42000, 'BRL'],
    timeframe: 'o quanto antes'
  },
  {
    ...BRAZIL,
    subdivision: 'BR-MG',
    city: 'Belo Horizonte',
    services: ['workflow_automation'],
    company: 'Transportes Serra Azul',
    summary: 'Automatizar propostas de uma transportadora',
    description:
      'As propostas saem de uma planilha. Queremos gerar o documento a partir do negócio e acompanhar o aceite.',
    role: 'Coordenador comercial',
    companySize: '11-50',
    industry: 'Transporte',
    users: 11,
    budget: [15000, 'BRL'],
    timeframe: 'três meses'
  },
  {
    ...BRAZIL,
    subdivision: 'BR-RJ',
    city: 'Niterói',
    services: ['training'],
    company: 'Mirante Sistemas',
    summary: 'Treinamento para equipe de vendas de software',
    description:
      'Já usamos o produto há um ano, mas sem padrão. Procuramos um parceiro para treinar e revisar o funil.',
    role: 'Sócia',
    companySize: '1-10',
    industry: 'Software',
    users: 8,
    budget: [6000, 'BRL'],
    timeframe: 'este mês'
  }
]

export const BR_EXAMPLES: Story[] = [
  {
    ...BRAZIL,
    subdivision: 'BR-SC',
    city: 'Florianópolis',
    services: ['cloud_subscription', 'integration'],
    company: 'Loja Maré Alta',
    summary: 'Loja virtual conectada ao CRM',
    description:
      'Queremos que cada pedido da loja vire um negócio com os produtos, e que o cliente receba o status sem digitação.',
    role: 'Fundador',
    companySize: '1-10',
    industry: 'Comércio eletrônico',
    users: 9,
    budget: [12000, 'BRL'],
    timeframe: 'seis semanas'
  }
]
