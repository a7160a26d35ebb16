/**
 * What the demonstration's register needs of the house, and the day its figures are shown for.
 */

import { join } from 'node:path'
import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import { readRegisterPlan } from './demonstration/register.ts'
import type { RegisterImportPorts } from './demonstration/register-import.ts'
import type { Ports } from './platform/ports.ts'
import { loadNameTables, readRegistrationContent } from './registration/index.ts'

/** The ports of the import. */
export function registerImport(ports: Ports): RegisterImportPorts {
  const { services } = readRegistrationContent(ports.contentFolder)
  const nameTables = loadNameTables(join(ports.contentFolder, 'names'))
  return { ...ports, registrarCode: services.registrar.code, nameTables }
}

/** In a demonstration the figures end with the day of its register; anywhere else with today. */
export function shownDay(ports: Ports): { readonly shownAsOf?: PlainDate } {
  return ports.demonstration ? { shownAsOf: plainDate(readRegisterPlan(ports.contentFolder).asOf) } : {}
}
