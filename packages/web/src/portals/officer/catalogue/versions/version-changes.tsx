/**
 * What a version says differently from the one before it, service by service.
 */

import { useApi } from '../../../../api/use-api.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { ChangeList } from '../change-list.tsx'

export function VersionChanges({ number }: { readonly number: number }) {
  const reading = useApi('GET /api/catalogue/history/:number', { params: { number: String(number) } })
  return (
    <Awaited reading={reading}>
      {({ services, others }) => {
        const nameOf = (id: string) => services.find((service) => service.id === id)?.name ?? id
        return (
          <>
            {services.map(({ id, name, kind, changes }) => (
              <div key={id} className="changed-service">
                <h3>
                  {name}
                  {kind !== 'changed' && <span className="tag">{catalogueTexts.kinds[kind]}</span>}
                </h3>
                <ChangeList changes={changes} nameOf={nameOf} />
              </div>
            ))}
            {others.length > 0 && <ChangeList changes={others} nameOf={nameOf} />}
          </>
        )
      }}
    </Awaited>
  )
}
