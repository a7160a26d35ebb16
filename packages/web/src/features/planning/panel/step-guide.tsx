/**
 * What the catalogue says of the service behind a step: its times, how many documents, what comes of it.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'

type Guide = CallOutput<'GET /api/services/:id'>

interface StepGuideProps {
  readonly id: string
  readonly texts: PlanningTexts
  readonly link: (path: string) => string
}

export function StepGuide({ id, texts, link }: StepGuideProps) {
  const { drawer } = texts
  const reading = useApi('GET /api/services/:id', { params: { id } })
  if (reading.state !== 'ready') return null
  const { statutory, committed, evidence, outputs } = reading.value
  const yours = evidence.filter(({ source }) => source === 'applicant').length
  return (
    <>
      <dl className="facts">
        <dt>{drawer.statutory}</dt>
        <dd>{timeText(statutory, texts)}</dd>
        <dt>{drawer.committed}</dt>
        <dd>{timeText(committed, texts)}</dd>
        <dt>{drawer.papers}</dt>
        <dd>
          {yours === 0 ? drawer.noPapers : drawer.papersYours(String(yours))}
          {evidence.length > yours && <small>{drawer.papersKept(String(evidence.length - yours))}</small>}
        </dd>
        {outputs.length > 0 && (
          <>
            <dt>{drawer.output}</dt>
            <dd>{outputs.map(({ name }) => name).join('、')}</dd>
          </>
        )}
      </dl>
      <p>
        <Link href={link(`/services/${id}`)}>{drawer.guide}</Link>
      </p>
    </>
  )
}

function timeText({ value, unit }: Guide['committed'], { whatIf, drawer }: PlanningTexts): string {
  if (unit === 'at-once') return drawer.atOnce
  return unit === 'none' ? drawer.noTime : whatIf.units[unit](String(value))
}
