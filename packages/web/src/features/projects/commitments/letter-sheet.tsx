/**
 * A letter of commitment as it is read before it is signed: on paper, in the order in which it is printed.
 */

import type { CallOutput } from '../../../api/call.ts'
import { useCommitmentTexts } from '../use-commitment-texts.ts'
import '../running.css'

export type LetterDraft = CallOutput<'GET /api/projects/:id/commitments/letter'>
type Rows = LetterDraft['document']['facts']

export function LetterSheet({ draft: { document: letter, digest } }: { readonly draft: LetterDraft }) {
  const { sign: texts } = useCommitmentTexts()
  return (
    <article className="letter-sheet" aria-label={letter.heading} lang="zh-CN">
      <h3 className="letter-heading">{letter.heading}</h3>
      <p className="letter-addressee">{letter.addressee}：</p>
      <RowList rows={letter.facts} />
      <h4>{texts.told}</h4>
      {letter.told.map(({ id, name, rows }) => (
        <section key={id}>
          <h5>
            {id}　{name}
          </h5>
          <RowList rows={rows} />
        </section>
      ))}
      <h4>{texts.pledges}</h4>
      <ol>
        {letter.pledges.map((pledge) => (
          <li key={pledge}>{pledge}</li>
        ))}
      </ol>
      {letter.closing.map((closing) => (
        <p key={closing}>{closing}</p>
      ))}
      <p className="letter-digest">
        {texts.digest}：<span className="code">{digest}</span>
      </p>
    </article>
  )
}

function RowList({ rows }: { readonly rows: Rows }) {
  return (
    <dl className="letter-rows">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
