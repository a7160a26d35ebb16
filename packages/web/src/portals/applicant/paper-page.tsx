/**
 * What a signer sees behind their own link: the papers, and one button.
 */

import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { FileRows } from '../../features/registration/index.ts'
import { useLink, usePage, useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Tick } from '../../ui/field.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { Words } from '../../ui/words.tsx'

type Papers = CallOutput<'GET /api/registration/signing/:token'>

export function PaperPage({ token }: { readonly token: string }) {
  const reading = useApi('GET /api/registration/signing/:token', { params: { token } })
  return (
    <Shell>
      <Awaited reading={reading}>{(papers) => <Papers papers={papers} token={token} />}</Awaited>
    </Shell>
  )
}

function Papers({ papers, token }: { readonly papers: Papers; readonly token: string }) {
  const { paper: texts, duties } = useRegistrationTexts()
  const { site, join } = useTexts()
  const link = useLink()
  const problemText = useProblemText()
  const [agreed, setAgreed] = useState(false)
  const [signed, setSigned] = useState(papers.signedAt !== null)
  const [refusal, setRefusal] = useState<string>()
  async function sign() {
    const body = { documentsDigest: papers.documentsDigest, agreed: true as const }
    const answer = await call('POST /api/registration/signing/:token', { params: { token }, body })
    if (answer.ok) setSigned(true)
    else setRefusal(problemText(answer.problem))
  }
  if (signed)
    return (
      <>
        <Title>{texts.done}</Title>
        <p>{texts.doneText}</p>
        <Link className="button" href={link('/my/cases')}>
          {site.myCases}
        </Link>
      </>
    )
  return (
    <>
      <Title>{texts.title}</Title>
      <p className="lead">
        <Words>{papers.name ?? ''}</Words>
      </p>
      <p>
        <Words>
          {texts.who(papers.signerName, join.list(papers.duties.map((duty) => duties[duty] ?? duty)))}
        </Words>
      </p>
      <h2>{texts.documents}</h2>
      <p className="hint">{texts.chinese}</p>
      {papers.documents.map(({ kind, content, digest }) => (
        <section className="sheet" key={digest}>
          {kind === 'papers' ? (
            <HandedIn application={papers.applicationId} content={content} />
          ) : (
            <PaperText kind={kind} content={content} />
          )}
        </section>
      ))}
      {refusal !== undefined && (
        <div className="notice bad" role="alert">
          {refusal}
        </div>
      )}
      <Tick id="agreed" label={texts.agree} checked={agreed} onChange={setAgreed} />
      <div className="actions">
        <button className="button" type="button" disabled={!agreed} onClick={() => void sign()}>
          {texts.button}
        </button>
      </div>
    </>
  )
}

/** Whoever signs, signs the content of these files: each can be opened. */
function HandedIn({ application, content }: { readonly application: string; readonly content: unknown }) {
  const { paper } = useRegistrationTexts()
  const { papers } = content as { papers: { digest: string; name: string; bytes: number }[] }
  return (
    <>
      <h3>{paper.kinds['papers']}</h3>
      <p className="hint">{paper.filesHint}</p>
      <FileRows application={application} files={papers} />
    </>
  )
}

function PaperText({ kind, content }: { readonly kind: string; readonly content: unknown }) {
  const { paper } = useRegistrationTexts()
  const { language } = usePage()
  return (
    <>
      <h3>{paper.kinds[kind] ?? paper.otherKind}</h3>
      {paragraphsOf(content).map((text, place) => (
        // paragraphs never move
        <p key={`${place} ${text}`} lang={language === 'en' ? 'zh-CN' : undefined}>
          {text}
        </p>
      ))}
    </>
  )
}

/** The readable lines of a paper, whatever its shape: texts as they are, lists and tables line by line. */
function paragraphsOf(content: unknown): readonly string[] {
  if (typeof content === 'string') return content.split('\n').filter((line) => line.trim() !== '')
  if (typeof content === 'number' || typeof content === 'boolean') return [String(content)]
  if (Array.isArray(content)) return content.flatMap(paragraphsOf)
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(paragraphsOf) : []
}
