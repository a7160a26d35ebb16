/**
 * What cases are handed.
 */

import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import type { Catalogue } from '@guanjia/core/catalogue'
import type { Ports } from '../platform/ports.ts'
import type { CasesContent } from './cases-content.ts'
import type { CreditRegister } from './credit-register.ts'

/** The catalogue as cases need it; whoever publishes versions of it hands this in. */
export interface CatalogueDoor {
  /** the version in force today; undefined where none was published */
  readonly current: () => Promise<{ readonly catalogue: Catalogue } | undefined>
}

/** Names organisations by their unified code; one without a name is left out. */
export type NameOrganisations = (
  codes: readonly string[],
) => Promise<readonly { readonly code: string; readonly name: string }[]>

/** What documents are called that a room above keeps in the libraries, by type and language. */
export type NameOtherTypes = () => ReadonlyMap<string, Readonly<Record<string, string>>>

/** The platform's doors and this room's own. */
export interface CasesPorts extends Ports {
  readonly catalogue: CatalogueDoor
  readonly content: CasesContent
  readonly credit: CreditRegister
  readonly nameOrganisations: NameOrganisations
  readonly nameOtherTypes: NameOtherTypes
}

/** The zone's day at an instant. */
export function dayOf({ zone }: Pick<Ports, 'zone'>, instant: Date): PlainDate {
  return localMoment(instant.getTime(), zone.utcOffsetMinutes).date
}
