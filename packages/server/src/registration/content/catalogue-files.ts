/**
 * `carriers.yaml` and `scope-entries.yaml`: where a company may have its seat, and the wording of what it does.
 */

import type { ScopeCatalogue, SeatCatalogue } from '@guanjia/core/registration'
import { array, boolean, enum as choice, int, iso, looseObject, object, string, type ZodType } from 'zod'

const mark = choice(['S', 'G', 'U'])
const division = string().regex(/^[A-T]\d{2}$/)
const floors = object({ from: int(), to: int() }).refine(({ from, to }) => from <= to)

const carrier = looseObject({
  id: string().regex(/^[a-z0-9]+$/),
  name: string().min(1),
  street: string().min(1),
  servicePoint: string().optional(),
  refuses: array(division),
  capacity: object({ value: int().min(1), unit: string(), mark }).optional(),
  host: object({
    name: string().min(1),
    unifiedCode: string().length(18),
    mark,
    confirms: object({ phone: string().regex(/^1[3-9]\d{9}$/), source: string().min(1), mark }).optional(),
  }).optional(),
  buildings: array(
    looseObject({
      id: string().regex(/^[a-z0-9]+$/),
      name: string().min(1),
      floors,
      roomsPerFloor: int().min(1),
      seatsPerRoom: int().min(1),
      cluster: boolean().optional(),
    }),
  ).min(1),
}).refine(({ host, buildings }) => host !== undefined || buildings.every(({ cluster }) => cluster !== true), {
  message: 'a cluster registration has a hosting organisation',
})

const scopeEntry = looseObject({
  id: string().min(1),
  text: string().min(1),
  division,
  permit: choice(['none', 'prior', 'later']),
  words: array(string()),
  sensitive: boolean().optional(),
  mark: mark.optional(),
})

/** The carriers of a zone and the periods of a booking. */
export const seatsFile = looseObject({
  holdMinutes: int().min(1),
  reserveDays: int().min(1),
  carriers: array(carrier).min(1),
}) as unknown as ZodType<SeatCatalogue>

/** The list of standard wording. */
export const scopeFile = looseObject({
  from: iso.date(),
  source: string().min(1),
  mark,
  entries: array(scopeEntry).min(1),
}) as unknown as ZodType<ScopeCatalogue>
