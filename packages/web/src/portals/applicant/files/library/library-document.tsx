/**
 * One document of the library: until when it is valid, its versions, where it was used, and a new version for an old one.
 */

import { useState } from 'react'
import { Link } from 'wouter'
import { type Library, UploadControl, useWord } from '../../../../features/cases/index.ts'
import { useLink } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { sizeText } from '../../../../ui/size-text.ts'
import { useMoments } from '../../../../ui/use-moments.ts'
import { ExpiryField, expiryOf, noExpiry } from './expiry-field.tsx'

type Document = Library['documents'][number]

interface LibraryDocumentProps {
  readonly document: Document
  readonly onChange: () => void
}

export function LibraryDocument({ document, onChange }: LibraryDocumentProps) {
  const { library: texts, papers } = casesZhCN
  const word = useWord()
  const { day, moment } = useMoments()
  const { id, title, typeName, expiresOn, expired, version, kind, size, uploadedAt } = document
  return (
    <li className="paper ready">
      <div className="paper-head">
        <h2>{title}</h2>
        {expired === 'yes' && expiresOn !== null ? (
          <Light colour="red">{texts.expired(day(expiresOn))}</Light>
        ) : (
          <span>{expiresOn === null ? texts.always : texts.valid(day(expiresOn))}</span>
        )}
      </div>
      <p className="hint">
        {word(typeName) || texts.otherType} · {papers.version(String(version))} · {kind.toUpperCase()}{' '}
        {sizeText(size)} · {texts.uploaded(moment(uploadedAt))}
      </p>
      <p className="links">
        <a href={`/api/evidence/${id}/${version}`} target="_blank" rel="noreferrer">
          {texts.open}
          <span className="visually-hidden">{title}</span>
        </a>
      </p>
      <Uses document={document} />
      {document.versions.length > 1 && <Versions document={document} />}
      <Replacement document={document} onChange={onChange} />
    </li>
  )
}

function Uses({ document: { usedIn } }: { readonly document: Document }) {
  const { library: texts } = casesZhCN
  const word = useWord()
  const link = useLink()
  if (usedIn.length === 0) return <p className="hint">{texts.unused}</p>
  return (
    <details className="rule-text">
      <summary>
        {texts.used}（{usedIn.length}）
      </summary>
      <ul>
        {usedIn.map(({ caseId, number, service, version, own }) => (
          <li key={`${caseId} ${version}`}>
            {own ? (
              <Link href={link(`/my/files/${caseId}`)}>{word(service)}</Link>
            ) : (
              <span>
                {word(service)} {texts.colleague}
              </span>
            )}
            <span className="hint">
              {number} · {texts.usedWith(String(version))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Versions({ document: { id, title, versions } }: { readonly document: Document }) {
  const { library: texts, papers } = casesZhCN
  const { moment } = useMoments()
  return (
    <details className="rule-text">
      <summary>
        {texts.versions}（{versions.length}）
      </summary>
      <ul>
        {versions.map(({ version, kind, size, uploadedAt }) => (
          <li key={version}>
            <a href={`/api/evidence/${id}/${version}`} target="_blank" rel="noreferrer">
              {papers.version(String(version))}
              <span className="visually-hidden">{title}</span>
            </a>
            <span className="hint">
              {kind.toUpperCase()} {sizeText(size)} · {moment(uploadedAt)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Replacement({ document, onChange }: LibraryDocumentProps) {
  const { library: texts } = casesZhCN
  const [isOpen, setOpen] = useState(false)
  const [expiry, setExpiry] = useState(noExpiry)
  const { id, type, title, organisation } = document
  const expiresOn = expiryOf(expiry)
  return (
    <>
      <button className="text-button" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? casesZhCN.papers.cancel : texts.replace}
        <span className="visually-hidden">{title}</span>
      </button>
      {isOpen && (
        <div className="sheet">
          <p className="hint">{texts.replaceHint}</p>
          <ExpiryField id={`expiry-${id}`} expiry={expiry} onChange={setExpiry} />
          {expiresOn !== 'wrong' && (
            <UploadControl
              label={title}
              keepAs={{
                type,
                title,
                document: id,
                ...(organisation === null ? {} : { organisation }),
                ...(expiresOn === undefined ? {} : { expiresOn }),
              }}
              onKept={() => {
                setOpen(false)
                onChange()
              }}
            />
          )}
        </div>
      )}
    </>
  )
}
