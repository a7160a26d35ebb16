/**
 * Is the name free? The same judgement as in the flow, for everybody, without a log-in.
 */

import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { NameVerdict } from '../../features/registration/index.ts'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { TextField } from '../../ui/field.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'

export function NamePage() {
  const { name: texts } = useRegistrationTexts()
  const [name, setName] = useState('')
  const [judgement, setJudgement] = useState<CallOutput<'POST /api/registration/names/check'>>()
  async function judge(text: string) {
    setName(text)
    const answer = await call('POST /api/registration/names/check', { body: { name: text } })
    if (answer.ok) setJudgement(answer.value)
  }
  function ask(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== '') void judge(name)
  }
  return (
    <Shell>
      <Title>名称能不能用</Title>
      <form onSubmit={ask}>
        <TextField id="name" label={texts.label} hint={texts.hint} value={name} onChange={setName} />
        <button className="button" type="submit">
          查重
        </button>
      </form>
      <div aria-live="polite" className="apart">
        {judgement !== undefined && <NameVerdict judgement={judgement} choose={(text) => void judge(text)} />}
      </div>
      <Link href="/apply/company">用这个名称开办企业</Link>
    </Shell>
  )
}
