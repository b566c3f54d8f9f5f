import { useI18n } from 'vue-i18n'
import type { StaffPartner } from '../../shared/contract/console-partners.ts'
import type { HeldRequest, StaffRequest } from '../../shared/contract/console-requests.ts'
import type { Visibility } from '../../shared/contract/console-visibility.ts'
import type { StaffAuditEntry } from '../../shared/contract/console.ts'
import { nameOfSubdivision } from './subdivisions.ts'
import { useFormat } from './useFormat.ts'

type HeldNote = HeldRequest['reasons'][number]
type VisibilityReason = Visibility['reasons'][number]

export interface DoubtSpot {
  field: string
  from: number
  to: number
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Where a text may still hold contact data, as the notes of a held request tell. */
export function spotsOf(notes: HeldNote[], field: string): DoubtSpot[] {
  const all = notes.flatMap(({ evidence }) => (Array.isArray(evidence.spots) ? (evidence.spots as DoubtSpot[]) : []))
  return all.filter((spot) => spot.field === field).sort((one, other) => one.from - other.from)
}

/** A text in pieces, those with a doubt marked. */
export function markSpots(text: string, spots: DoubtSpot[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = []
  let end = 0
  for (const { from, to } of spots) {
    if (from < end || to > text.length) continue
    pieces.push({ text: text.slice(end, from), marked: false }, { text: text.slice(from, to), marked: true })
    end = to
  }
  return [...pieces, { text: text.slice(end), marked: false }].filter((piece) => piece.text !== '')
}

/** What staff can do about a reason: the key of its words. Nobody can release what has no consent. */
export function remedyKey({ code, facts }: Pick<VisibilityReason, 'code' | 'facts'>): string {
  const isForbidden = code === 'held' && facts.held?.includes('consent_missing') === true
  return isForbidden ? 'console.held.unreleasable' : `console.remedy.${code}`
}

/** The server's codes in the words of the console; a code of a newer server is shown as it is. */
export function useConsoleText() {
  const { t, te } = useI18n()
  const { country, list, place: placeOf } = useFormat()
  const plain = (code: string): string => code.replaceAll(/[_.]/g, ' ')
  const named = (group: string, code: string): string => {
    const key = `console.${group}.${code.replaceAll('.', '_')}`
    return te(key) ? t(key) : plain(code)
  }
  const names = (group: string, codes: unknown): string => list(strings(codes).map((code) => named(group, code)))

  const place = ({ location }: Pick<StaffRequest, 'location'>): string =>
    [...new Set([location.city, location.subdivision && nameOfSubdivision(location.subdivision)])]
      .concat(country(location.country))
      .filter(Boolean)
      .join(', ')

  /** What the check has found, without repeating contact data. */
  function evidence({ reason, evidence: found }: HeldNote): string {
    if (reason === 'suspected_duplicate') return t('console.evidence.same', { what: names('match', found.by) })
    if (reason === 'spam') return names('signal', found.signals)
    if (reason === 'incomplete') return t('console.evidence.missing', { what: names('field', found.missing) })
    if (reason === 'consent_missing')
      return found.consent === 'refused' ? t('console.evidence.refused') : t('console.evidence.noConsent')
    if (reason === 'scrubbing_doubt') {
      const spots = Array.isArray(found.spots) ? (found.spots as DoubtSpot[]) : []
      const fields = [...new Set(spots.map(({ field }) => field))]
      return t('console.evidence.doubt', { what: names('field', fields) })
    }
    return t('console.evidence.field', { what: named('field', String(found.field)) })
  }

  /** `levels.1.daily: 5; winProof: key – why` in words. */
  function policyWords(reason: string): string {
    const [values = '', ...why] = reason.split(' – ')
    if (values === 'defaults') return [t('console.policy.defaults'), ...why].join(' – ')
    const parts = values.split('; ').map((part) => {
      const [path = '', value = ''] = part.split(': ')
      const [, place] = /\.(\d+)(?:\.|$)/.exec(path) ?? []
      const key = `console.policy.field.${path.replace(/\.\d+/, '').replaceAll('.', '_')}.label`
      const label = te(key) ? t(key) : path
      return `${place === undefined ? label : `${label} (${Number(place) + 1})`}: ${value}`
    })
    return [parts.join('; '), ...why].join(' – ')
  }

  /** What the audit log has beside the kind: words of people, or codes of ours. */
  function reasonOf({ kind, reason, into }: Pick<StaffAuditEntry, 'kind' | 'reason' | 'into'>): string | null {
    if (kind === 'contact.revealed' || reason === null) return null
    if (into !== null) return t('console.audit.into', { number: into, reason })
    if (kind === 'reservation.disputed') return named('dispute', reason)
    if (kind === 'settings.changed') return names('part', reason.split(', '))
    if (kind === 'policy.changed') return policyWords(reason)
    return kind.startsWith('portal.') ? named('noted', reason.replaceAll(' ', '_')) : reason
  }

  /** The particulars of a reason why a partner does not see a request. */
  function particulars({ code, facts, until }: VisibilityReason, { facts: all, partner }: Visibility): string | null {
    const { held, level, domains = [], trouble } = facts
    if (code === 'partner_suspended' && until === null) return t('console.whyPart.permanent')
    if (code === 'held') return names('held', held)
    if (code === 'locked') return t('console.whyPart.locked', { level: level ?? '' })
    if (code === 'daily_limit') return t('console.whyPart.used', all.limits.daily)
    if (code === 'in_work_limit') return t('console.whyPart.used', all.limits.inWork)
    if (code === 'outside_locations') {
      const where = placeOf(all.place.subdivision ?? all.place.country)
      return t('console.whyPart.place', { place: where, locations: list(partner.locations.map(placeOf)) })
    }
    if (trouble !== undefined) return `${list(domains)}: ${named('trouble', trouble)}`
    return domains.length > 0 ? t('console.whyPart.domains', { domains: list(domains) }) : null
  }

  /** Whether requests reach a partner, or the first reason why not. */
  function standing({ eligible, reasons, portals }: Pick<StaffPartner, 'eligible' | 'reasons' | 'portals'>) {
    if (!eligible) return { class: 'tag-bad', label: named('why', reasons[0] ?? '') }
    if (portals.installed > 0) return { class: 'tag-good', label: t('console.partnerState.active') }
    return { class: 'tag-warn', label: named('why', portals.total === 0 ? 'not_linked' : 'not_installed') }
  }

  return { named, names, standing, place, evidence, reasonOf, particulars }
}
