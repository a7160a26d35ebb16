/**
 * Papers that a case was accepted without: somebody brings them to the counter, and each is taken by itself.
 */

import { Button } from 'antd'
import { call } from '../../../../api/call.ts'
import { counterTexts as texts } from '../../../../texts/counter-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { CaseLight } from '../../case-parts/case-light.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { CaseAtCounter } from '../case-at-counter.ts'

interface PapersToComeProps {
  readonly subject: CaseAtCounter
  readonly again: () => void
}

export function PapersToCome({ subject, again }: PapersToComeProps) {
  const act = useCaseAct()
  const { id, version, service, deadlines } = subject
  const awaited = service.requirements.filter(
    ({ source, state }) => state === 'follows' || (source === 'applicant' && state === 'missing'),
  )
  if (awaited.length === 0) return null
  async function take(requirement: string) {
    const done = await act.run(() =>
      call('POST /api/counter/cases/:id/papers', { params: { id }, body: { version, requirement } }),
    )
    if (done !== undefined) again()
  }
  return (
    <section className="staff-panel" aria-labelledby="papers-to-come">
      <h2 id="papers-to-come">{texts.toCome}</h2>
      <p className="hint">{texts.toComeLead}</p>
      <ProblemNotice problem={act.refusal} />
      <ul className="paper-list">
        {awaited.map((requirement) => {
          const paper = requirement.name['zh-CN'] ?? requirement.id
          const day = deadlines.find(
            ({ kind, about }) => kind === 'following-paper' && about === requirement.id,
          )
          return (
            <li key={requirement.id}>
              <span className="paper-name">{paper}</span>
              {day !== undefined && <CaseLight light={day.light} remaining={day.remaining} />}
              {day?.due != null && <span className="hint">{texts.bringBy(dayText(day.due))}</span>}
              <Button
                type="primary"
                disabled={act.busy}
                aria-label={texts.registerPaper(paper)}
                onClick={() => void take(requirement.id)}
              >
                {texts.register}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
