/**
 * Who signs, as what, whether they have, and the link of each who has not.
 */

import { useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { pathOf } from '../../../features/registration/index.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { Light } from '../../../ui/light.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'

type Application = CallOutput<'GET /api/registration/applications/:id'>
type Signer = Application['signers'][number]
type SigningLink = CallOutput<'GET /api/registration/applications/:id/signatures'>['links'][number]

interface SignerRowsProps {
  readonly application: Application
  readonly links: readonly SigningLink[]
  /** whether the reader sees everybody's links, and may have them renewed */
  readonly mayRenew: boolean
}

export function SignerRows({ application: { signers, stage }, links, mayRenew }: SignerRowsProps) {
  return (
    <ul className="rows">
      {signers.map((signer) => {
        const link = links.find(({ partyId }) => partyId === signer.partyId)
        const isGone = mayRenew && stage === 'signing' && link === undefined && signer.signedAt === null
        return <SignerRow key={signer.partyId} signer={signer} link={link} isGone={isGone} />
      })}
    </ul>
  )
}

interface SignerRowProps {
  readonly signer: Signer
  readonly link: SigningLink | undefined
  /** a link was made and has run out */
  readonly isGone: boolean
}

function SignerRow({ signer, link, isGone }: SignerRowProps) {
  const { sign: texts, duties } = useRegistrationTexts()
  const { join } = useTexts()
  const { moment } = useMoments()
  return (
    <li>
      <span>
        <Words>{signer.name}</Words>
        <small className="hint">{join.list(signer.duties.map((duty) => duties[duty] ?? duty))}</small>
        {isGone && <small className="hint">{texts.gone}</small>}
        {link !== undefined && <small className="hint">{texts.until(moment(link.expiresAt))}</small>}
      </span>
      {signer.signedAt === null ? (
        <Light colour="amber">{texts.waiting}</Light>
      ) : (
        <Light colour="green">{texts.signed}</Light>
      )}
      {link !== undefined && <LinkButtons name={signer.name} signingLink={link} />}
    </li>
  )
}

interface LinkButtonsProps {
  readonly name: string
  readonly signingLink: SigningLink
}

/** The reader signs behind their own link; the links of others are passed on. */
function LinkButtons({ name, signingLink: { url, own } }: LinkButtonsProps) {
  const { sign: texts } = useRegistrationTexts()
  const link = useLink()
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard?.writeText(url)
    setCopied(true)
  }
  return (
    <span className="row-actions">
      {own && (
        <a className="button quiet" href={link(pathOf(url))}>
          {texts.open}
        </a>
      )}
      <button className={own ? 'text-button' : 'button quiet'} type="button" onClick={() => void copy()}>
        {copied ? texts.copied : texts.copy}{' '}
        <span className="visually-hidden">
          <Words>{name}</Words>
        </span>
      </button>
    </span>
  )
}
