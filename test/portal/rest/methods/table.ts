import type { MethodTable } from '../method.ts'
import { appMethods } from './app.ts'
import { bizprocMethods } from './bizproc.ts'
import { crmActivityMethods } from './crm-activities.ts'
import { crmCardMethods } from './crm-card.ts'
import { crmDirectoryMethods } from './crm-directories.ts'
import { crmItemMethods } from './crm-item.ts'
import { crmLegacyMethods } from './crm-legacy.ts'
import { crmTimelineMethods } from './crm-timeline.ts'
import { crmTriggerMethods } from './crm-triggers.ts'
import { crmUserFieldMethods } from './crm-userfields.ts'
import { eventMethods } from './events.ts'
import { notificationMethods } from './notifications.ts'
import { placementMethods } from './placements.ts'
import { userMethods } from './users.ts'

/** Every method of `/rest/` but `batch`, which is the server's own. */
export const methods: MethodTable = {
  ...appMethods,
  ...userMethods,
  ...eventMethods,
  ...placementMethods,
  ...notificationMethods,
  ...bizprocMethods,
  ...crmItemMethods,
  ...crmLegacyMethods,
  ...crmDirectoryMethods,
  ...crmUserFieldMethods,
  ...crmCardMethods,
  ...crmActivityMethods,
  ...crmTimelineMethods,
  ...crmTriggerMethods
}
