/**
 * What was found, each with the task it became; recording another.
 */

import { Link } from 'wouter'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import type { InspectionShown } from './inspection-shown.ts'
import { RecordFinding } from './record-finding.tsx'

const texts = inspectionsTexts.page
type Finding = InspectionShown['findings'][number]

interface ListProps {
  readonly shown: InspectionShown
  readonly again: () => void
}

export function FindingList({ shown, again }: ListProps) {
  const { findings, desk, row } = shown
  return (
    <section className="light-section">
      <h2>{texts.findings}</h2>
      {findings.length === 0 && <p className="supervision-hint">{texts.noFindings}</p>}
      <ul className="light-lines">
        {findings.map((finding) => (
          <Line key={finding.id} finding={finding} isDesk={desk !== null} />
        ))}
      </ul>
      {desk !== null && row.state === 'running' && <RecordFinding id={row.id} desk={desk} again={again} />}
    </section>
  )
}

function colourOf({ task, overdue }: Finding): LightColour {
  if (task.state === 'closed') return 'green'
  return overdue ? 'red' : 'amber'
}

function Line({ finding, isDesk }: { readonly finding: Finding; readonly isDesk: boolean }) {
  const { place, words, document, gradeName, unit, dueOn, overdue, task } = finding
  const state = overdue ? texts.late : supervisionTexts.tasks.states[task.state]
  return (
    <li>
      <Light colour={colourOf(finding)}>{state}</Light> <b>{gradeName}</b>　{place}
      <p>{words}</p>
      <p className="supervision-hint">
        {unit}　{texts.due(dayText(dueOn))}　{texts.evidence}：{document}
        <br />
        {isDesk ? (
          <Link href={`/work/supervision/tasks/${task.id}`}>
            {texts.task} {task.number}
          </Link>
        ) : (
          `${texts.task} ${task.number}`
        )}
      </p>
    </li>
  )
}
