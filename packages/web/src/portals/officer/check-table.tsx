/**
 * The checks of a decision, those that did not pass in full, the rest behind one line.
 */

import type { CallOutput } from '../../api/call.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { Light } from '../../ui/light.tsx'
import { Unconfirmed } from '../../ui/unconfirmed.tsx'

export type Check = CallOutput<'GET /api/registration/queue/:id'>['checks'][number]

const texts = staffTexts.review
const colours = { pass: 'green', wait: 'paused', human: 'amber', reject: 'red' } as const

export function CheckTable({ checks }: { readonly checks: readonly Check[] }) {
  const standing = checks.filter(({ outcome }) => outcome !== 'pass')
  const passed = checks.filter(({ outcome }) => outcome === 'pass')
  return (
    <>
      {standing.length > 0 && <Checks checks={standing} />}
      <details>
        <summary>
          {standing.length === 0 ? texts.allPassed(passed.length) : texts.passed(passed.length)}
        </summary>
        <Checks checks={passed} />
      </details>
    </>
  )
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className="rows checks">
      {checks.map((check) => (
        <li key={check.id}>
          <span>
            <b>{`${check.id} ${check.title}`}</b>
            <small className="hint">
              {texts.basis}：{check.article} <Unconfirmed mark={check.mark} />
            </small>
            {check.because.map((reason) => (
              <small className="because" key={`${reason.code} ${reason.partyId ?? ''}`}>
                {reason.text}
                {valuesText(reason.values)}
                {reason.condition !== undefined && (
                  <span className="code">
                    {texts.condition}：{reason.condition} {evidenceText(reason.facts)}
                  </span>
                )}
              </small>
            ))}
          </span>
          <Light colour={colours[check.outcome]}>{texts.outcomes[check.outcome]}</Light>
        </li>
      ))}
    </ul>
  )
}

/** What the condition read. */
function evidenceText(facts: Check['because'][number]['facts']): string {
  return (facts ?? []).map(({ name, value }) => `${name} = ${JSON.stringify(value)}`).join('，')
}

/** The facts a reason rests on. */
function valuesText(values: Readonly<Record<string, string>> | undefined): string {
  const pairs = Object.entries(values ?? {})
  return pairs.length === 0 ? '' : `（${pairs.map(([name, value]) => `${name} ${value}`).join('，')}）`
}
