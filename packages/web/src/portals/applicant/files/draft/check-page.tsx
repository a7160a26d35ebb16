/**
 * Everything before it is handed in: answers and papers, each with the way to change it, and what is still missing.
 */

import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import {
  AnswerList,
  type Case,
  faultText,
  useCaseCommand,
  useWord,
} from '../../../../features/cases/index.ts'
import { useLink } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { type FieldFaultText, Tick } from '../../../../ui/field.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { Shell } from '../../../../ui/shell.tsx'
import { Title } from '../../../../ui/title.tsx'
import { papersToBring } from './draft-progress.ts'

type Form = CallOutput<'GET /api/cases/:id/form'>
type Evidence = CallOutput<'GET /api/cases/:id/evidence'>['evidence']

interface CheckProps {
  readonly file: Case
  readonly form: Form
  readonly evidence: Evidence
}

export function CheckPage({ id }: { readonly id: string }) {
  const params = { id }
  const file = useApi('GET /api/cases/:id', { params })
  const form = useApi('GET /api/cases/:id/form', { params })
  const attached = useApi('GET /api/cases/:id/evidence', { params })
  return (
    <Shell back={`/my/files/${id}`}>
      <Awaited reading={file}>
        {(opened) => (
          <Awaited reading={form}>
            {(read) => (
              <Awaited reading={attached}>
                {({ evidence }) => <Check file={opened} form={read} evidence={evidence} />}
              </Awaited>
            )}
          </Awaited>
        )}
      </Awaited>
    </Shell>
  )
}

function Check(props: CheckProps) {
  const { file, form } = props
  const { check: texts } = casesZhCN
  const word = useWord()
  const link = useLink()
  const [, navigate] = useLocation()
  const [isDeclared, setDeclared] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const { problem, isRunning, run } = useCaseCommand()
  const faults: readonly FieldFaultText[] = [
    ...openQuestions(props, word).map(({ field, text, section }) => ({
      field,
      text,
      href: link(`/my/files/${file.id}/form/${section}?from=check`),
    })),
    ...(isDeclared ? [] : [{ field: 'declared', text: texts.declareFault }]),
  ]
  const shown = attempt === 0 ? [] : faults
  async function submit() {
    setAttempt(attempt + 1)
    if (faults.length > 0) return
    const sent = { params: { id: file.id }, body: { version: file.version } }
    const moved = await run(() => call('POST /api/cases/:id/submission', sent))
    if (moved !== undefined) navigate(link(`/my/files/${file.id}?sent=yes`))
  }
  return (
    <>
      <Title faulty={shown.length > 0}>{texts.title}</Title>
      <p>{word(file.service.name)}</p>
      <ErrorSummary faults={shown} attempt={attempt} />
      <ProblemNotice problem={problem} />
      <h2>{texts.answers}</h2>
      <AnswerList file={file} sections={form.sections} editable />
      <FactList form={form} />
      <PaperList {...props} />
      <Tick
        id="declared"
        label={texts.declare}
        checked={isDeclared}
        onChange={setDeclared}
        fault={shown.find(({ field }) => field === 'declared')?.text}
      />
      <div className="actions">
        <button className="button" type="button" disabled={isRunning} onClick={() => void submit()}>
          {texts.submit}
        </button>
      </div>
    </>
  )
}

function openQuestions({ file, form }: CheckProps, word: ReturnType<typeof useWord>) {
  return form.sections.flatMap(({ questions }, section) =>
    questions.flatMap((question) => {
      const text = faultText(question, file.answers, word)
      return text === undefined ? [] : [{ field: question.id, text, section }]
    }),
  )
}

function FactList({ form }: Pick<CheckProps, 'form'>) {
  const { form: texts } = casesZhCN
  const word = useWord()
  if (form.facts.length === 0) return null
  return (
    <>
      <h3>{texts.facts}</h3>
      <p className="hint">{texts.factsHint}</p>
      <dl className="answers">
        {form.facts.map((fact) => (
          <div key={word(fact.name)}>
            <dt>{word(fact.name)}</dt>
            <dd>{word(fact.value)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function PaperList({ file, form, evidence }: CheckProps) {
  const { check: texts, papers: paperTexts } = casesZhCN
  const word = useWord()
  const link = useLink()
  const papers = papersToBring(file, form)
  if (papers.length === 0) return null
  const attachedTo = (id: string) => evidence.filter(({ requirement }) => requirement === id)
  const isLater = (id: string) => file.answers[`later.${id}`] === true
  const missing = papers.filter(({ id }) => attachedTo(id).length === 0 && !isLater(id))
  return (
    <>
      <h2>{texts.papers}</h2>
      {missing.length > 0 && (
        <div className="notice near">
          <p>
            <strong>{texts.missing(String(missing.length))}</strong>
          </p>
          <p>{texts.missingText}</p>
          <Link href={link(`/my/files/${file.id}/papers`)}>{texts.toPapers}</Link>
        </div>
      )}
      <dl className="answers">
        {papers.map(({ id, name }) => (
          <div key={id}>
            <dt>{word(name)}</dt>
            <dd>
              {attachedTo(id).map(({ document, title }) => (
                <span className="because" key={document}>
                  {title}
                </span>
              ))}
              {attachedTo(id).length === 0 && (
                <strong>{isLater(id) ? paperTexts.laterTaken : paperTexts.states.missing}</strong>
              )}
            </dd>
            <dd>
              <Link href={link(`/my/files/${file.id}/papers`)}>
                {texts.change}
                <span className="visually-hidden">{word(name)}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
