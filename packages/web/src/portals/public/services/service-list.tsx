/**
 * Services under their stages, each with who leads and how long it takes.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useLink } from '../../../page.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { timeText } from './service-texts.ts'
import { useServiceTexts } from './use-service-texts.ts'

type List = CallOutput<'GET /api/services'>

export function ServiceList({ list }: { readonly list: List }) {
  return list.stages.map(({ stage, name }) => {
    const services = list.services.filter((service) => service.stage === stage)
    return services.length === 0 ? null : (
      <section key={stage} className="service-stage" aria-labelledby={`stage-${stage}`}>
        <h2 id={`stage-${stage}`}>
          <span className="stage-number" aria-hidden="true">
            {stage}
          </span>
          {name} <small>{services.length}</small>
        </h2>
        <ul className="service-lines">
          {services.map((service) => (
            <Line key={service.id} service={service} />
          ))}
        </ul>
      </section>
    )
  })
}

function Line({ service }: { readonly service: List['services'][number] }) {
  const texts = useServiceTexts()
  const link = useLink()
  return (
    <li>
      <Link href={link(`/services/${service.id}`)}>{service.name}</Link>
      <span className="service-facts">
        <span className="code">{service.id}</span>
        <span>{texts.kinds[service.kind]}</span>
        <span>{service.authority}</span>
        <span>
          {timeText(texts, service.committed)} <Unconfirmed mark={service.committed.mark} />
        </span>
      </span>
    </li>
  )
}
