/**
 * The name, judged as it is typed; leaving the question keeps it for this application.
 */

import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { call } from '../../../api/call.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { TextField, Tick } from '../../../ui/field.tsx'
import { NameHint } from '../name-hint.tsx'
import { NameVerdict } from '../name-verdict.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Judgement = CallOutput<'POST /api/registration/names/check'>

const patienceMs = 500

export function NameStep({ open, faults }: StepProps) {
  const { name: texts } = useRegistrationTexts()
  const { answers, change } = open
  const answer = answers.name ?? { use: 'name' as const, text: '', pledged: false }
  const text = answer.use === 'name' ? answer.text : ''
  const judgement = useJudgement(text, { kind: answers.kind, application: open.application.id })
  const kept = answer.use === 'name' ? answer : { pledged: false }
  const write = (part: {
    readonly text?: string
    readonly pledged?: boolean
    readonly accepted?: string[]
  }) => change({ name: { ...kept, use: 'name', text, ...part } })
  const similar = similarNames(judgement)
  return (
    <>
      {answers.kind === 'IND' && (
        <Tick
          id="name-none"
          label={texts.none}
          checked={answer.use === 'none'}
          onChange={(none) => (none ? change({ name: { use: 'none' } }) : write({}))}
        />
      )}
      {answer.use === 'name' && (
        <>
          <TextField
            id="name.text"
            label={texts.label}
            hint={<NameHint />}
            fault={faultOf(faults, 'name.text') ?? faultOf(faults, 'name')}
            value={text}
            onChange={(value) => write({ text: value })}
            input={{ autoComplete: 'off', maxLength: 100, lang: 'zh-CN' }}
          />
          <div aria-live="polite">
            {judgement !== undefined && (
              <NameVerdict judgement={judgement} choose={(value) => write({ text: value, accepted: [] })} />
            )}
          </div>
          {similar.length > 0 && (
            <Tick
              id="name.accepted"
              label={texts.accept(similar.length)}
              checked={similar.every((name) => answer.accepted?.includes(name) === true)}
              onChange={(accepts) => write({ accepted: accepts ? similar : [] })}
              fault={faultOf(faults, 'name.accepted')}
            />
          )}
          <Tick
            id="name.pledged"
            label={texts.pledge}
            checked={answer.pledged}
            onChange={(pledged) => write({ pledged })}
            fault={faultOf(faults, 'name.pledged')}
          />
        </>
      )}
    </>
  )
}

/** The names beside which this one may only be kept where each of them is accepted. */
function similarNames(judgement: Judgement | undefined): string[] {
  if (judgement?.verdict !== 'similar' || judgement.barred) return []
  const names = judgement.findings.flatMap(({ effect, existing }) =>
    effect === 'similar' && existing !== null ? [existing] : [],
  )
  return [...new Set(names)]
}

interface Asking {
  readonly kind: 'LLC' | 'IND'
  /** the name kept for it does not stand in its own way */
  readonly application: string
}

/** The judgement on a text, half a second after the last key. */
function useJudgement(text: string, { kind, application }: Asking): Judgement | undefined {
  const [judged, judge] = useState<{ readonly text: string; readonly judgement: Judgement }>()
  useEffect(() => {
    if ([...text].length < 2) return
    let gone = false
    const timer = setTimeout(async () => {
      const answer = await call('POST /api/registration/names/check', {
        body: { name: text, kind, application },
      })
      if (!gone && answer.ok) judge({ text, judgement: answer.value })
    }, patienceMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [text, kind, application])
  return judged?.text === text ? judged.judgement : undefined
}
