/**
 * Signing progress: who has signed, the links of those who have not, and the submission that decides.
 */

import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { flowAddress } from '../../features/registration/index.ts'
import { useLink, useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Light } from '../../ui/light.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { Words } from '../../ui/words.tsx'

type Application = CallOutput<'GET /api/registration/applications/:id'>
type Links = CallOutput<'POST /api/registration/applications/:id/signatures'>['links']

export function SignPage() {
  const id = new URLSearchParams(useSearch()).get('id') ?? ''
  const reading = useApi('GET /api/registration/applications/:id', { params: { id } })
  const again = reading.state === 'loading' ? () => undefined : reading.again
  return (
    <Shell>
      <Awaited reading={reading}>
        {(application) => <Signing application={application} again={again} />}
      </Awaited>
    </Shell>
  )
}

function Signing({ application, again }: { readonly application: Application; readonly again: () => void }) {
  const { sign: texts } = useRegistrationTexts()
  const link = useLink()
  const problemText = useProblemText()
  const [, navigate] = useLocation()
  const [links, setLinks] = useState<Links>([])
  const [refusal, setRefusal] = useState<string>()
  const [busy, setBusy] = useState(false)
  // papers renewed after signing are signed anew
  const [renewed, setRenewed] = useState(false)
  const { id, version, stage, signers } = application
  const missing = signers.filter(({ signedAt }) => signedAt === null)
  const isSigning = stage === 'signing'

  async function request() {
    const answer = await call('POST /api/registration/applications/:id/signatures', {
      params: { id },
      body: { version },
    })
    if (!answer.ok) return setRefusal(problemText(answer.problem))
    setRefusal(undefined)
    setRenewed(false)
    setLinks(answer.value.links)
    again()
  }
  async function submit() {
    setBusy(true)
    const answer = await call('POST /api/registration/applications/:id/submit', { params: { id } })
    setBusy(false)
    if (answer.ok) return navigate(link(flowAddress('done', id)))
    setRefusal(problemText(answer.problem))
    setRenewed(answer.problem.code === 'checks-waiting')
  }
  return (
    <>
      <Title>{texts.title}</Title>
      <p>{texts.lead}</p>
      <Refused text={refusal} />
      <SignerRows signers={signers} links={links} />
      <div className="actions">
        {isSigning && missing.length === 0 && (
          <button className="button" type="button" disabled={busy} onClick={() => void submit()}>
            {texts.submit}
          </button>
        )}
        {/* a check that waits may be about the papers, and then everybody signs anew; or about something else */}
        {(!isSigning || missing.length > 0 || renewed) && (
          <button
            className={isSigning ? 'button quiet' : 'button'}
            type="button"
            onClick={() => void request()}
          >
            {isSigning ? texts.again : texts.send}
          </button>
        )}
      </div>
      <p className="hint" role="status">
        {isSigning && missing.length > 0 ? texts.missing(missing.length) : texts.submitHint}
      </p>
    </>
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

interface SignerRowsProps {
  readonly signers: Application['signers']
  readonly links: Links
}

function SignerRows({ signers, links }: SignerRowsProps) {
  return (
    <ul className="rows">
      {signers.map((signer) => (
        <SignerRow
          key={signer.partyId}
          signer={signer}
          url={links.find(({ partyId }) => partyId === signer.partyId)?.url}
        />
      ))}
    </ul>
  )
}

interface SignerRowProps {
  readonly signer: Application['signers'][number]
  readonly url: string | undefined
}

function SignerRow({ signer, url }: SignerRowProps) {
  const { sign: texts, duties } = useRegistrationTexts()
  const { join } = useTexts()
  const link = useLink()
  const [copied, setCopied] = useState(false)
  const path = url === undefined ? undefined : url.replace(/^https?:\/\/[^/]+/, '')
  async function copy() {
    await navigator.clipboard?.writeText(url ?? '')
    setCopied(true)
  }
  return (
    <li>
      <span>
        <Words>{signer.name}</Words>
        <small className="hint">{join.list(signer.duties.map((duty) => duties[duty] ?? duty))}</small>
      </span>
      {signer.signedAt === null ? (
        <Light colour="amber">{texts.waiting}</Light>
      ) : (
        <Light colour="green">{texts.signed}</Light>
      )}
      {signer.signedAt === null && path !== undefined && (
        <>
          <a className="button quiet" href={link(path)}>
            {texts.open}{' '}
            <span className="visually-hidden">
              <Words>{signer.name}</Words>
            </span>
          </a>
          <button className="text-button" type="button" onClick={() => void copy()}>
            {copied ? texts.copied : texts.copy}
          </button>
        </>
      )}
    </li>
  )
}
