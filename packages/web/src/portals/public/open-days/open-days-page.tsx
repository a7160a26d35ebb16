/**
 * The rounds of the open days.
 */

import { Link } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { useLink, usePage } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { RoundFigures } from './round-figures.tsx'
import { useOpenDaysTexts } from './use-open-days-texts.ts'

export function OpenDaysPage() {
  const texts = useOpenDaysTexts()
  const link = useLink()
  const { language } = usePage()
  const { day } = useMoments()
  const reading = useApi('GET /api/open-days')
  return (
    <Shell back="/voice">
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <Awaited reading={reading}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <p className="sheet">{texts.none}</p>
          ) : (
            <>
              {rounds.map(({ round, from, until, hosts, figures }) => (
                <section key={round}>
                  <h2>
                    <Link href={link(`/open-days/${round}`)}>{texts.round(String(round))}</Link>
                  </h2>
                  <p className="hint">
                    {[
                      ...(from === null || until === null ? [] : [texts.period(day(from), day(until))]),
                      ...hosts.map(({ name }) => name[language]),
                    ].join(' · ')}
                  </p>
                  <RoundFigures figures={figures} />
                </section>
              ))}
            </>
          )
        }
      </Awaited>
    </Shell>
  )
}
