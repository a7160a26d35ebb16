/**
 * The contract in one list: what the house must answer, and what its description is printed from.
 */

import * as accessContract from '@guanjia/contract/access'
import * as casesContract from '@guanjia/contract/cases'
import * as catalogueContract from '@guanjia/contract/catalogue'
import * as countersContract from '@guanjia/contract/counters'
import * as eventsContract from '@guanjia/contract/events'
import * as feedbackContract from '@guanjia/contract/feedback'
import * as leadsContract from '@guanjia/contract/leads'
import * as ledgerContract from '@guanjia/contract/ledger'
import * as licenceContract from '@guanjia/contract/licence'
import * as notificationsContract from '@guanjia/contract/notifications'
import * as operatorContract from '@guanjia/contract/operator'
import * as premisesContract from '@guanjia/contract/premises'
import * as projectsContract from '@guanjia/contract/projects'
import * as registrationContract from '@guanjia/contract/registration'
import { type Route, routesOf } from '@guanjia/contract/route'
import * as statisticsContract from '@guanjia/contract/statistics'
import * as supervisionContract from '@guanjia/contract/supervision'

/** Every route that the contract declares. */
export const declaredRoutes: readonly Route[] = routesOf(
  accessContract,
  catalogueContract,
  casesContract,
  countersContract,
  eventsContract,
  feedbackContract,
  leadsContract,
  ledgerContract,
  licenceContract,
  notificationsContract,
  operatorContract,
  premisesContract,
  projectsContract,
  registrationContract,
  statisticsContract,
  supervisionContract,
)
