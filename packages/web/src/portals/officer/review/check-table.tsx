/**
 * The checks of a decision in plain words, those that did not pass in full, the rest behind one line; how a check is written
 * as a rule, and on which facts it came out so, is one tap away.
 */

import type { CallOutput } from '../../../api/call.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'

export type Check = CallOutput<'GET /api/registration/queue/:id'>['checks'][number]

const texts = staffTexts.review
const colours = { pass: 'green', wait: 'paused', human: 'amber', reject: 'red' } as const

interface CheckTableProps {
  readonly checks: readonly Check[]
  /** how they came out when the case went to a person, where that was before */
  readonly before?: readonly Check[]
}

export function CheckTable({ checks, before = [] }: CheckTableProps) {
  const standing = checks.filter(({ outcome }) => outcome !== 'pass')
  const passed = checks.filter(({ outcome }) => outcome === 'pass')
  return (
    <>
      {standing.length > 0 && <Checks checks={standing} before={before} />}
      <details>
        <summary>
          {standing.length === 0 ? texts.allPassed(passed.length) : texts.passed(passed.length)}
        </summary>
        <Checks checks={passed} before={before} />
      </details>
    </>
  )
}

function Checks({ checks, before }: Required<CheckTableProps>) {
  return (
    <ul className="rows checks">
      {checks.map((check) => (
        <li key={check.id}>
          <div>
            <b>{`${check.id} ${check.title}`}</b>
            {check.because.map((reason) => (
              <p className="because" key={`${reason.code} ${reason.partyId ?? ''}`}>
                {reason.text}
              </p>
            ))}
            <small className="hint">
              {texts.basis}：{check.because[0]?.article ?? check.article} <Unconfirmed mark={check.mark} />
            </small>
            <Changed check={check} before={before.find(({ id }) => id === check.id)} />
            <Rules because={check.because} />
          </div>
          <Light colour={colours[check.outcome]}>{texts.outcomes[check.outcome]}</Light>
        </li>
      ))}
    </ul>
  )
}

interface ChangedProps {
  readonly check: Check
  readonly before: Check | undefined
}

/** Said only where it came out otherwise before. */
function Changed({ check, before }: ChangedProps) {
  if (before === undefined || before.outcome === check.outcome) return null
  return <small className="hint">{texts.before(texts.outcomes[before.outcome])}</small>
}

/** The conditions that held, as the zone has written them, with what they read. */
function Rules({ because }: Pick<Check, 'because'>) {
  const written = because.filter(({ condition = '' }) => condition !== '')
  if (written.length === 0) return null
  return (
    <details className="rule-text">
      <summary>{texts.rule}</summary>
      {written.map(({ code, partyId, condition, facts }) => (
        <code className="code" key={`${code} ${partyId ?? ''}`}>
          {condition} {evidenceText(facts)}
        </code>
      ))}
    </details>
  )
}

/** What the condition read. */
function evidenceText(facts: Check['because'][number]['facts']): string {
  return (facts ?? []).map(({ name, value }) => `${name} = ${JSON.stringify(value)}`).join('，')
}
