/**
 * What the authorities of the zone are called; the id where the catalogue does not know one.
 */

import { useApi } from '../../../api/use-api.ts'

export function useAuthorityNames(): (id: string) => string {
  const reading = useApi('GET /api/services', { query: { stage: 1 } })
  const names = new Map(
    reading.state === 'ready' ? reading.value.authorities.map(({ id, name }) => [id, name]) : [],
  )
  return (id) => names.get(id) ?? id
}
