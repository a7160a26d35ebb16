/**
 * Issues that say nearly the same; a person decides whether two are one.
 */

import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

const texts = voiceDeskTexts.issue

interface AlikeListProps {
  readonly issue: CallOutput<'GET /api/voice/issues/:id'>
  readonly again: () => void
}

export function AlikeList({ issue: { id, version }, again }: AlikeListProps) {
  const reading = useApi('GET /api/voice/issues/:id/alike', { params: { id } })
  const act = useCaseAct()
  if (reading.state !== 'ready' || reading.value.issues.length === 0) return null
  async function merge(into: string) {
    const done = await act.run(() =>
      call('POST /api/voice/issues/:id/merging', { params: { id }, body: { version, into } }),
    )
    if (done !== undefined) again()
  }
  return (
    <section className="staff-panel">
      <h2>{texts.alike}</h2>
      <p className="hint">{texts.alikeHint}</p>
      <ProblemNotice problem={act.refusal} />
      <ul className="said-list">
        {reading.value.issues.map((each) => (
          <li key={each.id}>
            <Link href={`/work/voice/${each.id}`}>{each.number}</Link>
            <span className="situation">
              {` ${voiceDeskTexts.situations[each.situation]} · ${texts.percent(each.percent)}`}
            </span>
            <p>{each.words}</p>
            <BusyButton size="small" busy={act.busy} onClick={() => void merge(each.number)}>
              {texts.merge(each.number)}
            </BusyButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
