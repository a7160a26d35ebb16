/**
 * A need that was heard on a visit, with the firm's word.
 */

import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { textsOf, WishFields, type WishForm } from '../../../../features/premises/index.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { spaceZhCN } from '../../../../texts/space-zh-cn.ts'
import { TextField, Tick } from '../../../../ui/field.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { StaffListPage } from '../../staff-page.tsx'

const texts = spaceDeskTexts.recording
const { need: words } = spaceZhCN
const nobody = { firm: '', contact: '', phone: '', purpose: '' }
const whoFields = ['firm', 'contact', 'phone', 'purpose'] as const

export function RecordNeedPage() {
  const choices = useApi('GET /api/space/choices')
  const [, navigate] = useLocation()
  const [form, setForm] = useState<WishForm>({ values: {}, soft: [] })
  const [who, setWho] = useState(nobody)
  const [agreed, setAgreed] = useState(false)
  const act = useCaseAct()
  const wishes = [...textsOf(form)]
  const isWhole = wishes.length > 0 && whoFields.every((field) => who[field].trim() !== '')
  async function send(event: FormEvent) {
    event.preventDefault()
    const filed = await act.run(() =>
      call('POST /api/space/recorded-needs', { body: { ...who, wishes, agreed } }),
    )
    if (filed !== undefined) navigate(`/work/space/needs/${filed.id}`)
  }
  return (
    <StaffListPage title={texts.title} lead={texts.lead}>
      <Awaited reading={choices}>
        {(known) => (
          <form className="record-need" onSubmit={(event) => void send(event)}>
            <div className="space-form">
              <WishFields choices={known} form={form} onChange={setForm} />
            </div>
            <div>
              {whoFields.map((field) => (
                <TextField
                  key={field}
                  id={field}
                  label={words[field]}
                  value={who[field]}
                  onChange={(value) => setWho((before) => ({ ...before, [field]: value }))}
                />
              ))}
              <Tick id="agreed" label={texts.agreed} checked={agreed} onChange={setAgreed} />
              <ProblemNotice problem={act.refusal} />
              <Button type="primary" htmlType="submit" loading={act.busy} disabled={!isWhole}>
                {texts.submit}
              </Button>
            </div>
          </form>
        )}
      </Awaited>
    </StaffListPage>
  )
}
