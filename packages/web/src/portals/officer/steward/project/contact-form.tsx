/**
 * Logging a visit, a call or a message without leaving the keyboard: E begins, Ctrl+Enter records.
 */

import { Button, Input, type InputRef } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { call } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { NextContact } from '../next-contact.tsx'

interface ContactFormProps {
  readonly projectId: string
  readonly today: string
  /** whether the page was opened in order to write */
  readonly isAwaited: boolean
  /** cases it may have been about */
  readonly cases: readonly { readonly id: string; readonly name: string }[]
  readonly onRecorded: () => void
}

type Problem = Parameters<typeof ProblemNotice>[0]['problem']
type Way = keyof typeof texts.channels

const texts = stewardTexts.project
const ways = Object.keys(texts.channels) as Way[]

/** A visit of the applicant is a journey; all else comes from the steward. */
function contactOf(way: Way) {
  if (way === 'received') return { channel: 'visit', by: 'applicant' } as const
  return { channel: way, by: 'steward' } as const
}

/** What is being written, and recording it. */
function useContact({ projectId, onRecorded }: Pick<ContactFormProps, 'projectId' | 'onRecorded'>) {
  const [way, setWay] = useState<Way>('visit')
  const [words, setWords] = useState('')
  const [next, setNext] = useState('')
  const [about, setAbout] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isRecorded, setRecorded] = useState(false)
  async function record() {
    const body = {
      id: crypto.randomUUID(),
      ...contactOf(way),
      at: new Date().toISOString(),
      text: words.trim(),
      ...(next !== '' && { nextContactOn: next }),
      ...(about !== '' && { caseId: about }),
    }
    const answer = await call('POST /api/projects/:id/contacts', { params: { id: projectId }, body })
    setProblem(answer.ok ? undefined : answer.problem)
    setRecorded(answer.ok)
    if (!answer.ok) return
    setWords('')
    setNext('')
    setAbout('')
    onRecorded()
  }
  return { way, setWay, words, setWords, next, setNext, about, setAbout, problem, isRecorded, record }
}

export function ContactForm({ projectId, today, isAwaited, cases, onRecorded }: ContactFormProps) {
  const contact = useContact({ projectId, onRecorded })
  const { way, words, next, problem, isRecorded } = contact
  const field = useRef<InputRef & HTMLTextAreaElement>(null)
  function record() {
    if (words.trim() === '') field.current?.focus()
    else void contact.record()
  }
  useKeys({ field, isAwaited, record })
  return (
    <section className="staff-panel contact-form" aria-labelledby="log">
      <h2 id="log">{texts.log}</h2>
      <WayChoice value={way} onChange={contact.setWay} />
      <fieldset>
        <label className="above" htmlFor="contact-words">
          {texts.text}
        </label>
        <Input.TextArea
          id="contact-words"
          ref={field}
          aria-describedby="contact-hint"
          rows={4}
          maxLength={2000}
          value={words}
          onChange={({ target }) => contact.setWords(target.value)}
        />
        <span id="contact-hint" className="staff-lead">
          {texts.textHint}
        </span>
      </fieldset>
      {cases.length > 0 && <AboutChoice cases={cases} value={contact.about} onChange={contact.setAbout} />}
      <NextContact today={today} value={next} onChange={contact.setNext} />
      <ProblemNotice problem={problem} />
      <div className="steward-acts">
        <Button type="primary" onClick={record}>
          {texts.submit}
        </Button>
        <span className="staff-lead" role="status">
          {isRecorded ? texts.recorded : texts.submitKeys}
        </span>
      </div>
    </section>
  )
}

interface AboutChoiceProps extends Pick<ContactFormProps, 'cases'> {
  readonly value: string
  readonly onChange: (id: string) => void
}

/** A journey for a case counts against it, so that approvals without a journey are counted and not claimed. */
function AboutChoice({ cases, value, onChange }: AboutChoiceProps) {
  return (
    <fieldset>
      <label className="above" htmlFor="contact-about">
        {texts.about}
      </label>
      <select
        id="contact-about"
        className="about-case"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{texts.aboutNone}</option>
        {cases.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </fieldset>
  )
}

interface FormKeys {
  readonly field: RefObject<HTMLElement | null>
  readonly isAwaited: boolean
  readonly record: () => void
}

/** E leads to the field from anywhere on the page but another field; Ctrl+Enter records. */
function useKeys({ field, isAwaited, record }: FormKeys) {
  const latest = useRef(record)
  latest.current = record
  useEffect(() => {
    if (isAwaited) field.current?.focus()
    function onKey(event: KeyboardEvent) {
      const isWriting =
        event.target instanceof Element && event.target.matches('input:not([type="radio"]), textarea, select')
      const isCommand = event.ctrlKey || event.metaKey
      if (isCommand && event.key === 'Enter') latest.current()
      else if (!isCommand && !isWriting && event.key.toLowerCase() === 'e') field.current?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field, isAwaited])
}

function WayChoice({ value, onChange }: { readonly value: Way; readonly onChange: (way: Way) => void }) {
  return (
    <fieldset>
      <legend>{texts.channel}</legend>
      <div className="choices">
        {ways.map((way) => (
          <label key={way}>
            <input type="radio" name="way" checked={way === value} onChange={() => onChange(way)} />
            {texts.channels[way]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
