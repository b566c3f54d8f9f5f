import { CONSOLE_ENDPOINTS } from './console-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import * as erasures from './erasures.ts'
import * as connection from './connection.ts'
import * as installation from './installation.ts'
import * as demand from './demand.ts'
import * as rating from './rating.ts'
import * as requests from './requests.ts'
import * as savedFilters from './saved-filters.ts'
import * as reservations from './reservations.ts'
import * as session from './session.ts'
import * as settings from './settings.ts'

/** Every call of the partner API, for the OpenAPI document and its tests. */
export const ENDPOINTS: Endpoint[] = [
  session.openSession,
  session.getMe,
  session.markTour,
  installation.getInstallation,
  installation.linkPortal,
  installation.finishInstallation,
  connection.getConnection,
  connection.checkConnection,
  connection.listPortalCalls,
  requests.listRequests,
  requests.getRequest,
  savedFilters.listSavedFilters,
  savedFilters.saveFilter,
  savedFilters.markFilterSeen,
  savedFilters.deleteFilter,
  demand.getDemand,
  reservations.reserveRequest,
  reservations.listReservations,
  reservations.getReservation,
  reservations.redeliver,
  reservations.disputeReservation,
  rating.getRating,
  rating.projectRating,
  rating.getRatingMonths,
  rating.getRatingComparison,
  settings.getSettings,
  settings.putSettings,
  settings.getSettingsChoices,
  settings.testNotifications,
  settings.getSettingsHistory,
  erasures.confirmErasure,
  erasures.listErasures,
  ...CONSOLE_ENDPOINTS
]
