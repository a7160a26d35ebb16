/**
 * All services: found by words, initials of the sounds, stage, kind and authority. The filters stand in the address.
 */

import { useSearch } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { filterIn, ServiceFilter } from './service-filter.tsx'
import { ServiceList } from './service-list.tsx'
import { useServiceTexts } from './use-service-texts.ts'

export function ServicesPage() {
  const texts = useServiceTexts()
  const { day } = useMoments()
  const filter = filterIn(useSearch())
  const reading = useApi('GET /api/services', { query: filter })
  return (
    <Shell wide back="/build">
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <Awaited reading={reading}>
        {(list) => (
          <>
            <ServiceFilter key={JSON.stringify(filter)} filter={filter} list={list} />
            <p className="hint" role="status">
              {[
                texts.found(String(list.services.length), String(list.total)),
                texts.version(String(list.version), day(list.effectiveOn)),
              ].join(' · ')}
            </p>
            {list.services.length === 0 ? <p>{texts.none}</p> : <ServiceList list={list} />}
            <p className="hint">{texts.guide.unconfirmed}</p>
          </>
        )}
      </Awaited>
    </Shell>
  )
}
