/**
 * Where a building project begins: all services, and each stage of them.
 */

import { Link } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { useLink } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useServiceTexts } from './use-service-texts.ts'

export function BuildPage() {
  const services = useServiceTexts()
  const link = useLink()
  const reading = useApi('GET /api/services')
  return (
    <Shell wide>
      <Title>{services.build.title}</Title>
      <p className="lead">{services.build.lead}</p>
      <div className="sheet">
        <h2>{services.build.draw}</h2>
        <p>{services.build.drawLead}</p>
        <DrawLink />
      </div>
      <p>
        <Link href={link('/services')}>{services.build.all}</Link>
      </p>
      <h2>{services.build.stages}</h2>
      <Awaited reading={reading}>
        {(list) => (
          <ol className="tiles stages">
            {list.stages.map(({ stage, name }) => (
              <li key={stage}>
                <Link className="tile" href={link(`/services?stage=${stage}`)}>
                  <b>{name}</b>
                  <span>
                    {services.found(
                      String(list.services.filter((service) => service.stage === stage).length),
                      String(list.total),
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Awaited>
    </Shell>
  )
}

/** Leads to the questions, by way of the log-in where nobody is signed in. */
function DrawLink() {
  const services = useServiceTexts()
  const link = useLink()
  const session = useApi('GET /api/session')
  const address = link('/build/new')
  if (session.state === 'ready' && session.value.signedIn)
    return (
      <Link className="button" href={address}>
        {services.build.draw}
      </Link>
    )
  return (
    <a className="button" href={`/api/session/login?to=${encodeURIComponent(address)}`}>
      {services.build.draw}
    </a>
  )
}
