/**
 * What the pages of packages share, whichever way a package goes: what it is, its records, its digest, the acts.
 */

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { exchangeTexts } from '../../../../texts/exchange-zh-cn.ts'
import { Title } from '../../../../ui/title.tsx'
import { Framed } from '../../staff-page.tsx'
import type { ContentShown } from './exchange-shown.ts'
import { RecordsTable } from './records-table.tsx'

const texts = exchangeTexts.page

interface ContentPageProps {
  readonly row: {
    readonly partner: { readonly name: string }
    readonly purpose: string
    readonly schemaName: string
    readonly records: number
    readonly sequence: number | null
  }
  readonly content: ContentShown
  readonly state: ReactNode
  readonly heading: string
  /** names the fields that stay, on the way out */
  readonly stays?: (names: string) => string
  readonly children: ReactNode
}

export function ContentPage({ row, content, state, heading, stays, children }: ContentPageProps) {
  const { withheld } = content
  return (
    <Framed>
      <Link className="back" href="/work/supervision/exchange">
        {texts.back}
      </Link>
      <div className="staff-head">
        <Title>{row.partner.name}</Title>
        {state}
      </div>
      <Facts row={row} />
      <section className="staff-panel exchange-acts">
        <h2>{texts.act}</h2>
        {children}
        <Signed content={content} />
      </section>
      <section className="staff-panel">
        <h2>{heading}</h2>
        <p className="supervision-hint">
          {texts.exactly}
          {stays !== undefined && withheld.length > 0 && stays(withheld.join('、'))}
        </p>
        <RecordsTable caption={heading} content={content} />
      </section>
    </Framed>
  )
}

function Facts({ row }: Pick<ContentPageProps, 'row'>) {
  const { purpose, schemaName, records, sequence } = row
  const facts = [
    { label: texts.purpose, value: purpose },
    { label: texts.kind, value: schemaName },
    { label: texts.count, value: exchangeTexts.records(records) },
    { label: texts.number, value: sequence === null ? texts.none : exchangeTexts.sequence(sequence) },
  ]
  return (
    <dl className="staff-block">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Signed({ content: { digest, keyId } }: Pick<ContentPageProps, 'content'>) {
  if (digest === null || keyId === null) return null
  return (
    <dl className="exchange-signed">
      <div>
        <dt>{texts.digest}</dt>
        <dd>
          <code>{digest}</code>
        </dd>
      </div>
      <div>
        <dt>{texts.key}</dt>
        <dd>
          <code>{keyId}</code>
        </dd>
      </div>
    </dl>
  )
}
