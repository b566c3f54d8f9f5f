import { saying } from '../words.ts'
import { DEAL, LEAD } from './entity-types.ts'

export type Semantics = 'P' | 'S' | 'F'

export interface StatusRow {
  id: number
  entityId: string
  statusId: string
  name: string
  sort: number
  system: boolean
  semantics: 'S' | 'F' | null
  extra: 'process' | 'success' | 'failure' | 'apology'
  color: string
  categoryId: number | null
}

export interface Funnel {
  id: number
  name: string
  sort: number
  isDefault: boolean
}

type Row = [id: string, name: string, color: string, extra?: StatusRow['extra']]

const LEAD_STAGES: Row[] = [
  ['NEW', 'Unassigned', '#39A8EF'],
  ['IN_PROCESS', 'In progress', '#2FC6F6'],
  ['PROCESSED', 'Processed', '#55D0E0'],
  ['CONVERTED', 'High-quality lead', '#7BD500', 'success'],
  ['JUNK', 'Junk lead', '#FF5752', 'failure']
]
const DEAL_STAGES: Row[] = [
  ['NEW', 'New', '#39A8EF'],
  ['PREPARATION', 'Document preparation', '#2FC6F6'],
  ['PREPAYMENT_INVOICE', 'Prepayment invoice', '#55D0E0'],
  ['EXECUTING', 'In progress', '#47E4C2'],
  ['FINAL_INVOICE', 'Final invoice', '#FFA900'],
  ['WON', 'Deal won', '#7BD500', 'success'],
  ['LOSE', 'Deal lost', '#FF5752', 'failure'],
  ['APOLOGY', 'Analyze failure', '#FF5752', 'apology']
]
const SOURCES = `CALL Call;EMAIL E-mail;WEB Website;ADVERTISING Advertising;PARTNER Existing client;RECOMMENDATION By recommendation;TRADE_SHOW Show/exhibition;WEBFORM CRM form;CALLBACK Callback;RC_GENERATOR Sales boost;STORE Online store;OTHER Other`
const DIRECTORIES: Record<string, string> = {
  SOURCE: SOURCES,
  DEAL_TYPE: 'SALE Sales;COMPLEX Integrated sales;GOODS Goods;SERVICES Services;SERVICE Aftersales services',
  CONTACT_TYPE: 'CLIENT Clients;SUPPLIER Suppliers;PARTNER Partners;OTHER Other',
  COMPANY_TYPE: 'CUSTOMER Client;SUPPLIER Supplier;COMPETITOR Competitor;PARTNER Partner;OTHER Other',
  HONORIFIC: 'HNR_EN_1 Mr.;HNR_EN_2 Ms.;HNR_EN_3 Dr.',
  INDUSTRY: 'IT Information technology;CONSULTING Consulting;MANUFACTURING Manufacturing;OTHER Other',
  EMPLOYEES: 'EMPLOYEES_1 less than 50;EMPLOYEES_2 50-250;EMPLOYEES_3 250-500;EMPLOYEES_4 over 500'
}

/** The STATUS_ID column holds 21 characters; what is longer is cut (docs: `how-to-get-elements-by-stage-filter.md`). */
const STATUS_ID_LENGTH = 21

/** All directories of one CRM: lead stages, the stages of every deal funnel, sources and types. */
export class Stages {
  readonly rows: StatusRow[] = []
  readonly funnels: Funnel[] = [{ id: 0, name: 'General', sort: 300, isDefault: true }]
  #nextId = 101
  #nextFunnel = 10

  readonly #say: (text: string) => string

  constructor(lang = 'en') {
    this.#say = saying(lang)
    this.#add('STATUS', LEAD_STAGES, null, '')
    this.#add('DEAL_STAGE', DEAL_STAGES, null, '')
    for (const [entityId, text] of Object.entries(DIRECTORIES)) {
      const rows = text
        .split(';')
        .map((item): Row => [item.slice(0, item.indexOf(' ')), item.slice(item.indexOf(' ') + 1), ''])
      this.#add(entityId, rows, null, '')
    }
  }

  /** Ids start at 10, so that `C10:PREPAYMENT_INVOICE` shows the cut. */
  addFunnel(name: string, id = this.#nextFunnel): Funnel {
    this.#nextFunnel = Math.max(this.#nextFunnel, id) + 1
    const funnel = { id, name, sort: 200, isDefault: false }
    this.funnels.push(funnel)
    this.#add(`DEAL_STAGE_${id}`, DEAL_STAGES, id, `C${id}:`)
    return funnel
  }

  addSource(statusId: string, name: string): void {
    this.#add('SOURCE', [[statusId, name, '']], null, '')
  }

  removeStatus(entityId: string, statusId: string): void {
    const index = this.rows.findIndex((row) => row.entityId === entityId && row.statusId === statusId)
    if (index >= 0) this.rows.splice(index, 1)
  }

  directory(entityId: string): StatusRow[] {
    return this.rows.filter((row) => row.entityId === entityId).sort((a, b) => a.sort - b.sort)
  }

  stagesOf(entityTypeId: number, categoryId = 0): StatusRow[] {
    if (entityTypeId === LEAD) return this.directory('STATUS')
    if (entityTypeId === DEAL) return this.directory(categoryId > 0 ? `DEAL_STAGE_${categoryId}` : 'DEAL_STAGE')
    return []
  }

  find(entityTypeId: number, categoryId: number, stageId: string): StatusRow | undefined {
    return this.stagesOf(entityTypeId, categoryId).find((stage) => stage.statusId === stageId)
  }

  semantics(entityTypeId: number, categoryId: number, stageId: string): Semantics {
    return this.find(entityTypeId, categoryId, stageId)?.semantics ?? 'P'
  }

  first(entityTypeId: number, categoryId: number, semantics: Semantics): string {
    const found = this.stagesOf(entityTypeId, categoryId).find((stage) => (stage.semantics ?? 'P') === semantics)
    if (!found) throw new Error(`no ${semantics} stage in ${entityTypeId}/${categoryId}`)
    return found.statusId
  }

  #add(entityId: string, rows: Row[], categoryId: number | null, prefix: string): void {
    const start = this.directory(entityId).length
    rows.forEach(([id, name, color, extra = 'process'], index) => {
      const semantics = extra === 'process' ? null : extra === 'success' ? 'S' : 'F'
      const statusId = `${prefix}${id}`.slice(0, STATUS_ID_LENGTH)
      const sort = (start + index + 1) * 10
      const system = extra !== 'process' || index === 0
      this.rows.push({
        id: this.#nextId,
        entityId,
        statusId,
        name: this.#say(name),
        sort,
        system,
        semantics,
        extra,
        color,
        categoryId
      })
      this.#nextId += 2
    })
  }
}
