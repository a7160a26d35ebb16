/**
 * Who will hear of an act, said before it is done; read from the zone's own notices.
 */

import { useApi } from '../../../api/use-api.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'

interface AudienceLineProps {
  /** the event that the act leads to, `decision-issued` */
  readonly event: string
  readonly applicant: string
}

export function AudienceLine({ event, applicant }: AudienceLineProps) {
  const reading = useApi('GET /api/notifications/audience', { query: { of: 'cases' } })
  if (reading.state !== 'ready') return null
  const told = reading.value.audiences
    .filter((each) => each.event === `cases.${event}`)
    .flatMap(({ to, channels }) =>
      to.map((relation) => {
        const who =
          relation === 'applicant' ? caseWords.applicantNamed(applicant) : caseWords.relation(relation)
        return `${who}（${channels.map((channel) => caseWords.channels[channel]).join('、')}）`
      }),
    )
  return <p className="hint">{told.length === 0 ? caseWords.nobodyTold : caseWords.told(told.join('；'))}</p>
}
