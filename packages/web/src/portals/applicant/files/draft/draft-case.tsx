/**
 * A draft: three things to do, each with how far it is, and the way to give it up.
 */

import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { type Case, useCaseCommand, useWord } from '../../../../features/cases/index.ts'
import { useLink } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { draftProgress, type Progress } from './draft-progress.ts'

type Form = CallOutput<'GET /api/cases/:id/form'>
type Evidence = CallOutput<'GET /api/cases/:id/evidence'>['evidence']

export function DraftCase({ file }: { readonly file: Case }) {
  const { tasks: texts, situations } = casesZhCN
  const word = useWord()
  const params = { id: file.id }
  const form = useApi('GET /api/cases/:id/form', { params })
  const evidence = useApi('GET /api/cases/:id/evidence', { params })
  return (
    <>
      <Title>{word(file.service.name)}</Title>
      <p className="service-facts">
        <span>{situations.draft}</span>
        <span className="code">{file.number}</span>
      </p>
      <h2>{texts.title}</h2>
      <Awaited reading={form}>
        {(read) => (
          <Awaited reading={evidence}>
            {(attached) => <Tasks file={file} form={read} evidence={attached.evidence} />}
          </Awaited>
        )}
      </Awaited>
      <Discard file={file} />
    </>
  )
}

interface TasksProps {
  readonly file: Case
  readonly form: Form
  readonly evidence: Evidence
}

function Tasks({ file, form, evidence }: TasksProps) {
  const { tasks: texts } = casesZhCN
  const link = useLink()
  const at = `/my/files/${file.id}`
  const progress = draftProgress(file, form, evidence)
  const isFilled = progress.form === 'done'
  return (
    <>
      <ol className="tasks">
        <li>
          <Link href={link(`${at}/form/${progress.openSection}`)}>{texts.form}</Link>
          <State progress={progress.form} />
        </li>
        {progress.asked > 0 && (
          <li>
            <Link href={link(`${at}/papers`)}>{texts.papers}</Link>
            <span>
              {texts.papersDone(String(progress.ready), String(progress.asked))}{' '}
              <State progress={progress.papers} />
            </span>
          </li>
        )}
        <li>
          {isFilled ? (
            <Link href={link(`${at}/check`)}>{texts.check}</Link>
          ) : (
            <span className="blocked">{texts.check}</span>
          )}
          <span className={isFilled ? 'tag' : 'blocked'}>{isFilled ? texts.todo : texts.blocked}</span>
        </li>
      </ol>
      <div className="actions">
        <Link className="button" href={link(`${at}/${progress.next}`)}>
          {progress.form === 'todo' ? texts.begin : texts.keep}
        </Link>
      </div>
    </>
  )
}

function State({ progress }: { readonly progress: Progress }) {
  const { tasks: texts } = casesZhCN
  return <span className={progress === 'done' ? '' : 'tag'}>{texts[progress]}</span>
}

function Discard({ file }: { readonly file: Case }) {
  const { tasks: texts } = casesZhCN
  const link = useLink()
  const [, navigate] = useLocation()
  const [isAsked, setAsked] = useState(false)
  const { problem, isRunning, run } = useCaseCommand()
  async function discard() {
    const { id, version } = file
    const moved = await run(() =>
      call('POST /api/cases/:id/withdrawal', { params: { id }, body: { version } }),
    )
    if (moved !== undefined) navigate(link('/my/files'))
  }
  if (!isAsked)
    return (
      <p className="apart">
        <button className="text-button" type="button" onClick={() => setAsked(true)}>
          {texts.discard}
        </button>
      </p>
    )
  return (
    <div className="notice near apart">
      <p>{texts.discardAsk}</p>
      <ProblemNotice problem={problem} />
      <p className="row-actions">
        <button className="button grave" type="button" disabled={isRunning} onClick={() => void discard()}>
          {texts.discardYes}
        </button>
        <button className="button quiet" type="button" onClick={() => setAsked(false)}>
          {texts.keep}
        </button>
      </p>
    </div>
  )
}
