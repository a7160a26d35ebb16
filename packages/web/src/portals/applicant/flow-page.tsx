/**
 * One question of the registration flow: shows it, saves it, finds its faults, goes on.
 */

import { type ComponentType, type FormEvent, useEffect, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import type { StepProps } from '../../features/registration/index.ts'
import {
  ArticlesStep,
  CapitalStep,
  flowAddress,
  NameStep,
  type OpenApplication,
  OperatorStep,
  PaperFields,
  PeopleStep,
  PostsStep,
  pageAfter,
  pageBefore,
  type SaveState,
  ScopeStep,
  SeatStep,
  ShareholdersStep,
  SpecialStep,
  type Step,
  stepsOf,
  stepTitle,
  useFaultText,
  useOpenApplication,
  Withdrawal,
} from '../../features/registration/index.ts'
import { useLink, useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { ErrorSummary, focusField } from '../../ui/error-summary.tsx'
import type { FieldFaultText } from '../../ui/field.tsx'
import { clockText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'

const steps: Readonly<Record<Step, ComponentType<StepProps>>> = {
  name: NameStep,
  seat: SeatStep,
  scope: ScopeStep,
  capital: CapitalStep,
  people: PeopleStep,
  shareholders: ShareholdersStep,
  posts: PostsStep,
  articles: ArticlesStep,
  operator: OperatorStep,
  special: SpecialStep,
}

export function isStep(name: string): name is Step {
  return Object.hasOwn(steps, name)
}

export function FlowPage({ step }: { readonly step: Step }) {
  const query = new URLSearchParams(useSearch())
  const id = query.get('id') ?? ''
  const reading = useApi('GET /api/registration/applications/:id', { params: { id } })
  return (
    <Shell>
      <Awaited reading={reading}>
        {(application) => (
          <Question
            key={`${application.id} ${step}`}
            step={step}
            application={application}
            fromCheck={query.get('from') === 'check'}
          />
        )}
      </Awaited>
    </Shell>
  )
}

interface QuestionProps {
  readonly step: Step
  readonly application: OpenApplication['application']
  readonly fromCheck: boolean
}

function Question({ step, application, fromCheck }: QuestionProps) {
  const texts = useTexts()
  const questions = useRegistrationTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const open = useOpenApplication(application)
  const { faults: found, attempt, leave, busy } = useLeaving(open, step, fromCheck)
  const faults = stillMissing(found, open.papers)
  const order: readonly Step[] = stepsOf[application.kind]
  const place = order.indexOf(step) + 1
  const before = pageBefore(application.kind, step)
  const StepFields = steps[step]
  return (
    <>
      {before !== undefined && (
        <Link className="back" href={link(flowAddress(before, application.id))}>
          {texts.site.back}
        </Link>
      )}
      <div className="progress">
        {place > 0 && <span>{texts.flow.position(place, order.length)}</span>}
        <SaveNote saving={open.saving} />
      </div>
      <div className="rule" aria-hidden="true">
        <i style={{ width: `${(place / order.length) * 100}%` }} />
      </div>
      <SignedBefore application={open.application} />
      <ErrorSummary faults={faults} attempt={attempt} />
      <Title faulty={faults.length > 0}>{stepTitle(questions, application.kind, step)}</Title>
      {step === 'scope' && <StepFields open={open} faults={faults} />}
      <form onSubmit={(event) => void leave(event)} noValidate>
        {step !== 'scope' && <StepFields open={open} faults={faults} />}
        <PaperFields open={open} faults={faults} section={step} />
        <div className="actions">
          <button className="button" type="submit" disabled={busy}>
            {texts.flow.next}
          </button>
        </div>
      </form>
      <Withdrawal
        application={open.application}
        onDone={() => navigate(link(`/my/cases/${application.id}`))}
      />
    </>
  )
}

/** Whoever changes answers that were signed hears first what that costs. */
function SignedBefore({ application: { stage, signers } }: Pick<OpenApplication, 'application'>) {
  const { sign } = useRegistrationTexts()
  const signed = signers.filter(({ signedAt }) => signedAt !== null).length
  if (stage !== 'signing' || signed === 0) return null
  return <p className="notice near">{sign.changing(signed)}</p>
}

/** What is left to mend: a paper that has come since is missing no more. */
function stillMissing(
  faults: readonly FieldFaultText[],
  papers: OpenApplication['papers'],
): readonly FieldFaultText[] {
  const given = new Set(papers.filter(({ files }) => files.length > 0).map(({ paper }) => `papers.${paper}`))
  return faults.filter(({ field }) => !given.has(field))
}

function SaveNote({ saving }: { readonly saving: SaveState }) {
  const { save } = useTexts()
  return (
    <span role="status">
      {saving.state === 'saved' && save.saved(clockText(saving.at))}
      {saving.state === 'saving' && save.saving}
      {saving.state === 'failed' && saving.text}
    </span>
  )
}

/** Saves, asks the server what is wrong with this question, and goes on where nothing is. */
function useLeaving(open: OpenApplication, step: Step, fromCheck: boolean) {
  const [, navigate] = useLocation()
  const { name } = useRegistrationTexts()
  const faultText = useFaultText()
  const link = useLink()
  const problemText = useProblemText()
  const [faults, setFaults] = useState<readonly FieldFaultText[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const { id, kind } = open.application

  /** Keeps the name; what stands in the way comes back. */
  async function keep(): Promise<FieldFaultText | undefined> {
    const kept = await keepName(open)
    if (!kept.ok) return { field: 'name.text', text: problemText(kept.problem) }
    const { reserved, verdict, barred, findings } = kept.value
    if (reserved) return undefined
    return verdict === 'similar' && !barred
      ? { field: 'name.accepted', text: name.acceptMissing }
      : { field: 'name.text', text: findings[0]?.text ?? name.because }
  }

  async function find(save: OpenApplication['save']): Promise<readonly FieldFaultText[] | undefined> {
    if (!(await save())) return undefined
    const unkept = step === 'name' && isNamed(open) ? await keep() : undefined
    if (unkept !== undefined) return [unkept]
    const checked = await call('POST /api/registration/applications/:id/check', { params: { id } })
    if (!checked.ok) return [{ field: step, text: problemText(checked.problem) }]
    // a name that was just kept may need a proof
    open.asked(checked.value.papers)
    return checked.value.faults
      .filter(({ section }) => section === step)
      .map((fault) => ({ field: fault.field, text: faultText(fault, checked.value.papers) }))
  }

  async function leave(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const found = await find(open.keep)
    setBusy(false)
    setAttempt((count) => count + 1)
    setFaults(found ?? [])
    if (found?.length === 0) navigate(link(flowAddress(pageAfter(kind, step, fromCheck), id)))
  }
  const sought = useSoughtField(async () => setFaults((await find(open.save)) ?? []))
  useEffect(() => {
    if (sought !== undefined) focusField(sought)
  }, [sought])
  return { faults, attempt, leave, busy }
}

/** The field that the address asks for behind its #, once the faults of the page are known. */
function useSoughtField(find: () => Promise<void>): string | undefined {
  const [sought, seek] = useState<string>()
  useEffect(() => {
    const field = decodeURIComponent(window.location.hash.slice(1))
    if (field !== '') void find().then(() => seek(field))
    // once, when the page opens
  }, [])
  return sought
}

/** Whether there is a name to keep: written down, and pledged for. */
function isNamed({ answers: { name } }: OpenApplication): boolean {
  return name?.use === 'name' && name.text.trim() !== '' && name.pledged
}

/** Keeps the name for this application. */
async function keepName({ answers: { name }, application, moved }: OpenApplication) {
  const { text, pledged, accepted = [] } = name?.use === 'name' ? name : { text: '', pledged: false }
  const kept = await call('POST /api/registration/applications/:id/name', {
    params: { id: application.id },
    body: { name: text, pledged, accepted },
  })
  if (kept.ok) moved(kept.value.version)
  return kept
}
