/**
 * Land contracts as the register of the natural resources authority sends them.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { Database } from '../../platform/database/database.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** One contract. */
export interface LandContract {
  readonly contract: string
  readonly project: string
  readonly company: string
  readonly sector: string
  readonly park: string
  readonly use: string
  readonly squareMetres: number
  readonly suppliedOn: PlainDate
  readonly startBy: PlainDate | null
  readonly completeBy: PlainDate | null
}

/** Keeps contracts; one that is known already stays as it is. */
export async function recordLandSupply(
  database: Database,
  contracts: readonly LandContract[],
): Promise<void> {
  if (contracts.length === 0) return
  await supervisionTables(database)
    .insertInto('land_supply')
    .values(
      contracts.map(({ squareMetres, suppliedOn, startBy, completeBy, ...rest }) => ({
        ...rest,
        square_metres: String(squareMetres),
        supplied_on: suppliedOn,
        start_by: startBy,
        complete_by: completeBy,
      })),
    )
    .onConflict((conflict) => conflict.column('contract').doNothing())
    .execute()
}
