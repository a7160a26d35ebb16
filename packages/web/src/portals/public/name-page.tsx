/**
 * Is the name free? The same judgement as in the flow, for everybody, without a log-in.
 */

import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { NameHint, NameVerdict } from '../../features/registration/index.ts'
import { useLink, useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'

type Judgement = CallOutput<'POST /api/registration/names/check'>

export function NamePage() {
  const { nameCheck: texts } = useTexts()
  const { name: nameTexts } = useRegistrationTexts()
  const link = useLink()
  const problemText = useProblemText()
  const [name, setName] = useState('')
  const [judgement, setJudgement] = useState<Judgement>()
  const [fault, setFault] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  async function judge(text: string) {
    setName(text)
    const answer = await call('POST /api/registration/names/check', { body: { name: text } })
    setJudgement(answer.ok ? answer.value : undefined)
    setFault(answer.ok ? undefined : problemText(answer.problem))
  }
  function ask(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (name.trim() !== '') return void judge(name)
    setJudgement(undefined)
    setFault(texts.unanswered)
  }
  return (
    <Shell>
      <ErrorSummary faults={fault === undefined ? [] : [{ field: 'name', text: fault }]} attempt={attempt} />
      <Title faulty={fault !== undefined}>{texts.title}</Title>
      <form onSubmit={ask}>
        <TextField
          id="name"
          label={nameTexts.label}
          hint={<NameHint />}
          fault={fault}
          value={name}
          onChange={setName}
          input={{ autoComplete: 'off', maxLength: 100, lang: 'zh-CN' }}
        />
        <button className="button" type="submit">
          {texts.button}
        </button>
      </form>
      <div aria-live="polite" className="apart">
        {judgement !== undefined && <NameVerdict judgement={judgement} choose={(text) => void judge(text)} />}
      </div>
      <Link href={link('/apply/company')}>{texts.begin}</Link>
    </Shell>
  )
}
