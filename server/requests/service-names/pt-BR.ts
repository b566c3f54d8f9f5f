import type { ServiceNames } from './names.ts'

export const ptBR: ServiceNames = {
  purchase: 'Compra',
  cloud_subscription: 'Assinatura na nuvem',
  on_premise_license: 'Licença On-Premise',
  renewal_upgrade: 'Renovação ou upgrade',
  value_added_services: 'Serviços de valor agregado',
  installation_hosting: 'Instalação e hospedagem',
  customization: 'Personalização',
  localization: 'Localização',
  training: 'Treinamento',
  workflow_automation: 'Automação de processos',
  telephony: 'Telefonia',
  integration: 'Integração',
  app_development: 'Desenvolvimento de aplicativos'
}
