import type { CrmItem } from '../crm/crm-item.ts'
import { DEAL, type EntityType, LEAD } from '../crm/entity-types.ts'
import { asInt } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { saying } from '../words.ts'
import { html, type Html, type Piece } from './html.ts'

/** One click moves the item to any stage. */
export function stageBar(portal: EmulatedPortal, item: CrmItem): Html {
  const stages = portal.crm.stagesOf(item.entityTypeId, asInt(item.values.categoryId))
  const current = stages.findIndex((stage) => stage.statusId === item.values.stageId)
  const color = stages[current]?.color ?? '#39A8EF'
  const buttons = stages.map((stage, index) => {
    const isReached = index === current || (index < current && stage.semantics === null)
    const style = isReached ? `background:${color};color:#fff` : `border-bottom-color:${stage.color}`
    return html`<button
      name="stageId"
      value="${stage.statusId}"
      style="${style}"
      class="${index === current ? 'is-current' : ''}"
    >
      ${stage.name}
    </button>`
  })
  return html`<form class="stages" method="post" action="/crm/action">${hidden('move', item)}${buttons}</form>`
}

export function actions(portal: EmulatedPortal, type: EntityType, item: CrmItem): Html {
  const say = saying(portal.lang)
  const isOpen = item.values.stageSemanticId === 'P'
  const staged = type.stageEntity !== null
  return html`<div class="actions">
    ${staged && isOpen && type.id === DEAL && button('win', item, say('Won'), 'is-good')}
    ${staged && isOpen && button('lose', item, say(type.id === LEAD ? 'Junk' : 'Lost'), 'is-bad')}
    ${staged && !isOpen && button('reopen', item, say('Reopen'))}
    ${type.id === LEAD && isOpen && button('convert', item, say('Convert to deal'), 'is-good')}
    ${button('call', item, say('Log a call'))} ${button('delete', item, say('Delete'))}
    ${type.id === DEAL && portal.crm.stages.funnels.length > 1 && funnelForm(portal, item)}
  </div>`
}

function funnelForm(portal: EmulatedPortal, item: CrmItem): Html {
  const say = saying(portal.lang)
  const options = portal.crm.stages.funnels
    .filter((funnel) => funnel.id !== asInt(item.values.categoryId))
    .map((funnel) => html`<option value="${funnel.id}">${funnel.name}</option>`)
  return html`<form method="post" action="/crm/action">
    ${hidden('funnel', item)}<select name="categoryId" aria-label="${say('Pipeline')}">
      ${options}</select
    ><button>${say('Change pipeline')}</button>
  </form>`
}

function button(action: string, item: CrmItem, label: string, look = ''): Html {
  return html`<form method="post" action="/crm/action">
    ${hidden(action, item)}<button class="${look}" data-action="${action}">${label}</button>
  </form>`
}

export function hidden(action: string, item: CrmItem): Piece {
  return html`<input type="hidden" name="action" value="${action}" /><input
      type="hidden"
      name="entityTypeId"
      value="${item.entityTypeId}"
    /><input type="hidden" name="id" value="${item.id}" />`
}
