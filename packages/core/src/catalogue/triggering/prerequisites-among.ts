/**
 * Prerequisites that count for one project.
 */

import type { Prerequisite } from '../services/prerequisite.ts'
import type { PublicService } from '../services/public-service.ts'

/**
 * The prerequisites of a service that lead to services of the project: of several the ones the project has, and none
 * where it has none of them.
 *
 * @param ids - ids of the services that the project needs
 */
export function prerequisitesAmong(
  service: Pick<PublicService, 'after'>,
  ids: ReadonlySet<string>,
): readonly Prerequisite[] {
  return service.after
    .map((prerequisite) => ({ ...prerequisite, anyOf: prerequisite.anyOf.filter((id) => ids.has(id)) }))
    .filter(({ anyOf }) => anyOf.length > 0)
}
