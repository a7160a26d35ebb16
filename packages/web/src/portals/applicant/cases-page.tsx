/**
 * My cases: what waits for me first, then everything with its state; and one case with what happened to it.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { registrationAddress, signAddress } from '../../features/registration/index.ts'
import { useLink, useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Light, type LightColour } from '../../ui/light.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { Words } from '../../ui/words.tsx'
import { Result } from './done-page.tsx'

type Line = CallOutput<'GET /api/registration/applications'>['applications'][number]

export function CasesPage() {
  const texts = useTexts()
  const { cases } = useRegistrationTexts()
  const link = useLink()
  const reading = useApi('GET /api/registration/applications')
  return (
    <Shell>
      <Title>{texts.site.myCases}</Title>
      <Awaited reading={reading}>
        {({ applications, toSign }) => (
          <>
            {toSign.length > 0 && (
              <>
                <h2>{cases.toSign}</h2>
                <Lines lines={toSign} address={signAddress} />
              </>
            )}
            {applications.length === 0 ? (
              <>
                <p>{cases.none}</p>
                <Link className="button" href={link('/apply/company')}>
                  {texts.business.open}
                </Link>
              </>
            ) : (
              <Lines lines={applications} address={registrationAddress} />
            )}
          </>
        )}
      </Awaited>
    </Shell>
  )
}

/** The colour of the light of each stage of a registration. */
export const registrationColours: Readonly<Record<string, LightColour>> = {
  draft: 'paused',
  signing: 'amber',
  'with-officer': 'amber',
  refused: 'red',
  revoked: 'red',
  'revocation-proposed': 'amber',
}

interface LinesProps<L extends Line> {
  readonly lines: readonly L[]
  readonly address: (line: L) => string
}

function Lines<L extends Line>({ lines, address }: LinesProps<L>) {
  const { stages, cases } = useRegistrationTexts()
  const link = useLink()
  const { moment } = useMoments()
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            <Link href={link(address(line))}>
              <Words>{line.name ?? cases.unnamed}</Words>
            </Link>
            <small className="hint">
              {line.number} · {moment(line.updatedAt)}
            </small>
          </span>
          <Light colour={registrationColours[line.stage] ?? 'plain'}>{stages[line.stage] ?? ''}</Light>
        </li>
      ))}
    </ul>
  )
}

export function CasePage({ id }: { readonly id: string }) {
  const { cases } = useRegistrationTexts()
  const { moment } = useMoments()
  const application = useApi('GET /api/registration/applications/:id', { params: { id } })
  const timeline = useApi('GET /api/registration/applications/:id/timeline', { params: { id } })
  return (
    <Shell back="/my/cases">
      <Awaited reading={application}>
        {(value) => (
          <Result
            application={value}
            again={() => {
              application.again()
              timeline.again()
            }}
          />
        )}
      </Awaited>
      <h2>{cases.history}</h2>
      <Awaited reading={timeline}>
        {({ events }) => (
          <ol className="timeline">
            {events.map((event) => (
              <li key={`${event.type} ${event.at}`}>
                {cases.events[event.type] ?? cases.otherEvent}
                <time dateTime={event.at}>{moment(event.at)}</time>
              </li>
            ))}
          </ol>
        )}
      </Awaited>
    </Shell>
  )
}
