/**
 * Signing progress: who has signed, the links of those who have not, and the submission that decides.
 */

import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { type Reading, useApi } from '../../../api/use-api.ts'
import { flowAddress, Withdrawal } from '../../../features/registration/index.ts'
import { useLink } from '../../../page.tsx'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { SignerRows } from './signer-rows.tsx'

type Application = CallOutput<'GET /api/registration/applications/:id'>
type Links = CallOutput<'GET /api/registration/applications/:id/signatures'>

export function SignPage() {
  const id = new URLSearchParams(useSearch()).get('id') ?? ''
  const reading = useApi('GET /api/registration/applications/:id', { params: { id } })
  const links = useApi('GET /api/registration/applications/:id/signatures', { params: { id } })
  const again = () => {
    readAgain(links)
    readAgain(reading)
  }
  return (
    <Shell back="/my/cases">
      <Awaited reading={reading}>
        {(application) => (
          <Awaited reading={links}>
            {(open) => <Signing application={application} open={open} again={again} />}
          </Awaited>
        )}
      </Awaited>
    </Shell>
  )
}

function readAgain(reading: Reading<unknown>) {
  reading.again()
}

interface SigningProps {
  readonly application: Application
  readonly open: Links
  readonly again: () => void
}

function Signing({ application, open, again }: SigningProps) {
  const { sign: texts, result } = useRegistrationTexts()
  const link = useLink()
  const { id, stage } = application
  const isOpen = stage === 'draft' || stage === 'signing'
  return (
    <>
      <Title>{texts.title}</Title>
      {isOpen && <p>{open.mayRenew ? texts.lead : texts.signerLead}</p>}
      <SignerRows application={application} links={open.links} mayRenew={open.mayRenew} />
      {!isOpen && (
        <Link className="button" href={link(`/my/cases/${id}`)}>
          {result.see}
        </Link>
      )}
      {isOpen && open.mayRenew && <Steps application={application} again={again} />}
      {isOpen && !open.mayRenew && open.links.length === 0 && <p className="notice">{texts.noLink}</p>}
    </>
  )
}

/** What the applicant does: the links sent out, the signatures together, the application submitted. */
function Steps({ application, again }: Omit<SigningProps, 'open'>) {
  const { sign: texts } = useRegistrationTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const signing = useSigning(application, again)
  const { id, stage, signers } = application
  const missing = stage === 'signing' ? signers.filter(({ signedAt }) => signedAt === null).length : null
  return (
    <>
      <Refused text={signing.refusal} />
      <p role="status">{missing === null || missing === 0 ? texts.submitHint : texts.missing(missing)}</p>
      {missing !== null && missing > 0 && <p className="hint">{texts.againHint}</p>}
      {signing.isVoiding ? (
        <Voiding yes={() => void signing.request(true)} no={signing.settle} />
      ) : (
        <Buttons signing={signing} missing={missing} />
      )}
      <Withdrawal application={application} onDone={() => navigate(link(`/my/cases/${id}`))} />
    </>
  )
}

interface ButtonsProps {
  readonly signing: ReturnType<typeof useSigning>
  /** signatures that are still missing; null where no links were sent out yet */
  readonly missing: number | null
}

function Buttons({ signing: { isStale, busy, request, submit }, missing }: ButtonsProps) {
  const { sign: texts } = useRegistrationTexts()
  return (
    <div className="actions">
      {missing === 0 && (
        <button className="button" type="button" disabled={busy} onClick={() => void submit()}>
          {texts.submit}
        </button>
      )}
      {/* a check that waits may be about the papers, and then everybody signs anew; or about something else */}
      {(missing !== 0 || isStale) && (
        <button
          className={missing === null ? 'button' : 'button quiet'}
          type="button"
          disabled={busy}
          onClick={() => void request(false)}
        >
          {missing === null ? texts.send : texts.again}
        </button>
      )}
    </div>
  )
}

/** The commands of the applicant, and what the house said to the last of them. */
function useSigning({ id, version }: Application, again: () => void) {
  const link = useLink()
  const problemText = useProblemText()
  const [, navigate] = useLocation()
  const [refusal, setRefusal] = useState<string>()
  const [isVoiding, setVoiding] = useState(false)
  const [isStale, setStale] = useState(false)
  const [busy, setBusy] = useState(false)

  function settle() {
    setRefusal(undefined)
    setVoiding(false)
  }
  async function request(voiding: boolean) {
    setBusy(true)
    const answer = await call('POST /api/registration/applications/:id/signatures', {
      params: { id },
      body: { version, voiding },
    })
    setBusy(false)
    if (!answer.ok) {
      setVoiding(answer.problem.code === 'papers-changed-since-signing')
      return setRefusal(problemText(answer.problem))
    }
    settle()
    setStale(false)
    again()
  }
  async function submit() {
    setBusy(true)
    const answer = await call('POST /api/registration/applications/:id/submit', { params: { id } })
    setBusy(false)
    if (answer.ok) return navigate(link(flowAddress('done', id)))
    setRefusal(problemText(answer.problem))
    setStale(answer.problem.code === 'checks-waiting')
  }
  return { refusal, isVoiding, isStale, busy, request, submit, settle }
}

/** Signatures are given up only on purpose. */
function Voiding({ yes, no }: { readonly yes: () => void; readonly no: () => void }) {
  const { sign: texts } = useRegistrationTexts()
  return (
    <div className="actions">
      <button className="button grave" type="button" onClick={yes}>
        {texts.voidYes}
      </button>
      <button className="button quiet" type="button" onClick={no}>
        {texts.voidNo}
      </button>
    </div>
  )
}

function Refused({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <div className="notice bad" role="alert">
      {text}
    </div>
  )
}
