import type { CrmItem } from '../crm/crm-item.ts'
import { asInt } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { fullName } from '../users.ts'
import { saying } from '../words.ts'
import { renderBbCode } from './bb-code.ts'
import { hidden } from './crm-card-actions.ts'
import { html, type Html } from './html.ts'

interface Entry {
  at: string
  kind: string
  body: Html
}

/** Activities, comments and stage moves below each other, newest first. */
export function timeline(portal: EmulatedPortal, item: CrmItem): Html {
  const say = saying(portal.lang)
  const entries = [...activities(portal, item), ...notes(portal, item), ...moves(portal, item)]
  entries.reverse().sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const rows = entries.map(
    (entry) =>
      html`<li class="entry is-${entry.kind}"><time>${entry.at.slice(0, 16).replace('T', ' ')}</time>${entry.body}</li>`
  )
  return html`<section class="card timeline">
    <h2>${say('Timeline')}</h2>
    <form class="quick" method="post" action="/crm/action">
      ${hidden('comment', item)}
      <input
        name="text"
        placeholder="${say('Write a comment')}"
        aria-label="${say('Write a comment')}"
        required
      /><button>${say('Send')}</button>
    </form>
    <ul>
      ${rows}
    </ul>
  </section>`
}

function activities(portal: EmulatedPortal, item: CrmItem): Entry[] {
  const say = saying(portal.lang)
  return portal.crm.activities.of(item.entityTypeId, item.id).map((activity) => {
    const user = portal.users.find((candidate) => candidate.id === activity.responsibleId)
    const done = activity.completed
      ? html`<i>${say('done')}</i>`
      : html`<form method="post" action="/crm/action">
          ${hidden('complete', item)}<input type="hidden" name="activityId" value="${activity.id}" /><button>
            ${say('Complete')}
          </button>
        </form>`
    const deadline =
      activity.deadline &&
      html`<span class="deadline">${say('until')} ${activity.deadline.slice(0, 16).replace('T', ' ')}</span>`
    const body = html`<b>${activity.subject}</b> ${deadline}
      <p>${renderBbCode(activity.description)}</p>
      <small>${user ? fullName(user) : ''} ${activity.providerId}</small>${done}`
    return { at: activity.created, kind: 'activity', body }
  })
}

function notes(portal: EmulatedPortal, item: CrmItem): Entry[] {
  return portal.crm.timeline.of(item.entityTypeId, item.id).map((entry) => ({
    at: entry.created,
    kind: entry.kind,
    body: html`${entry.title && html`<b>${entry.title}</b>`}
      <p>${renderBbCode(entry.text)}</p>`
  }))
}

function moves(portal: EmulatedPortal, item: CrmItem): Entry[] {
  return portal.crm.history.of(item.entityTypeId, item.id).map((move) => {
    const stage = portal.crm.stages.find(item.entityTypeId, asInt(move.categoryId), move.stageId)
    return {
      at: move.createdTime,
      kind: 'stage',
      body: html`<p>${saying(portal.lang)('Stage')}: ${stage?.name ?? move.stageId}</p>`
    }
  })
}
