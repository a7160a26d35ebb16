/**
 * The fields that the forms of acts share: words with ready wordings above them, a day, the button with who is told.
 */

import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { AudienceLine } from '../../case-parts/audience-line.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { type Phrase, PhrasePicker } from '../../case-parts/phrase-picker.tsx'
import type { CaseAct } from '../../case-parts/use-case-act.ts'

interface WordsFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  /** whose wordings are offered, and what else a picked one sets */
  readonly phrases?: Phrase['use']
  readonly onPick?: (phrase: Phrase) => void
}

export function WordsField({ id, label, value, onChange, rows = 3, phrases, onPick }: WordsFieldProps) {
  const pick = (phrase: Phrase) => {
    onChange(phrase.text)
    onPick?.(phrase)
  }
  return (
    <div className="act-field">
      <label htmlFor={id}>{label}</label>
      {phrases !== undefined && <PhrasePicker use={phrases} onPick={pick} />}
      <Input.TextArea id={id} rows={rows} value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}

interface LineFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date' | 'datetime-local' | 'number' | 'tel'
  /** first day that may be chosen */
  readonly min?: string
}

export function LineField({ id, label, value, onChange, type = 'text', min }: LineFieldProps) {
  return (
    <div className="act-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        min={min}
        className={type === 'text' ? undefined : 'short-field'}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}

interface SubmitProps {
  readonly act: CaseAct
  readonly label: string
  readonly disabled?: boolean
  readonly grave?: boolean
  readonly onSubmit: () => void
  /** the event that the act leads to, and whose case it is */
  readonly event?: string
  readonly applicant?: string
  readonly children?: ReactNode
}

export function Submit({
  act,
  label,
  disabled = false,
  grave = false,
  onSubmit,
  event,
  applicant,
  children,
}: SubmitProps) {
  return (
    <>
      <ProblemNotice problem={act.refusal} />
      {event !== undefined && applicant !== undefined && <AudienceLine event={event} applicant={applicant} />}
      <div className="act-buttons">
        <BusyButton type="primary" danger={grave} busy={act.busy} disabled={disabled} onClick={onSubmit}>
          {label}
        </BusyButton>
        {children}
      </div>
    </>
  )
}
