/**
 * What happened to an issue, the latest first, with who did it and what was said.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'

type Issue = CallOutput<'GET /api/voice/issues/:id'>

export function IssueTimeline({ issue }: { readonly issue: Issue }) {
  return (
    <section className="staff-panel">
      <h2>{voiceDeskTexts.issue.timeline}</h2>
      <ol className="timeline issue-timeline">
        {issue.happenings.toReversed().map((happening) => (
          <Happening key={`${happening.type} ${happening.at}`} happening={happening} />
        ))}
      </ol>
    </section>
  )
}

function Happening({ happening }: { readonly happening: Issue['happenings'][number] }) {
  const { type, at, authority, by, words, outcome, satisfied } = happening
  const what = [
    `${voiceDeskTexts.happenings[type] ?? type}${type === 'dispatched' && authority !== null ? authority.name['zh-CN'] : ''}`,
    outcome === null ? undefined : voiceDeskTexts.outcomes[outcome],
    satisfied === null ? undefined : voiceDeskTexts.forms.marks[satisfied as 1 | 2 | 3 | 4 | 5],
  ].filter((part) => part !== undefined)
  const who = [type === 'dispatched' ? undefined : authority?.name['zh-CN'], by].filter(
    (part) => part !== undefined && part !== null,
  )
  return (
    <li>
      <time dateTime={at}>{[momentText(at), ...who].join(' · ')}</time>
      <b>{what.join(' · ')}</b>
      {words !== null && <p>{words}</p>}
    </li>
  )
}
