/**
 * The evidence: opened piece by piece, and who opened what when.
 */

import { Button } from 'antd'
import { addressOf } from '../../../../api/call.ts'
import { consultationsTexts } from '../../../../texts/consultations-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import type { ConsultationShown } from './consultation-shown.ts'

const texts = consultationsTexts.page
type Piece = ConsultationShown['pieces'][number]

interface EvidenceProps {
  readonly shown: ConsultationShown
  readonly again: () => void
}

export function EvidenceList({ shown: { row, pieces }, again }: EvidenceProps) {
  return (
    <section className="light-section">
      <h2>{texts.evidence}</h2>
      <ol className="consultation-pieces">
        {pieces.map((piece) => (
          <li key={piece.place}>
            <header>
              <h3>
                {piece.place}. {piece.title}
              </h3>
              <Light colour={piece.seen ? 'green' : 'plain'}>{piece.seen ? texts.seen : texts.unseen}</Light>
            </header>
            {piece.words !== null && <p className="bulletin-text">{piece.words}</p>}
            <Open id={row.id} piece={piece} again={again} />
            <Looks piece={piece} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface OpenProps {
  readonly id: string
  readonly piece: Piece
  readonly again: () => void
}

/** A file opens beside the page; words come onto it. */
function Open({ id, piece: { place, isFile, seen }, again }: OpenProps) {
  const address = addressOf('GET /api/supervision/consultations/:id/evidence/:place', {
    params: { id, place: String(place) },
  })
  async function open() {
    await fetch(address)
    again()
  }
  if (isFile)
    return (
      <Button href={address} target="_blank" rel="noreferrer">
        {texts.openFile}
      </Button>
    )
  return seen ? null : <Button onClick={() => void open()}>{texts.open}</Button>
}

function Looks({ piece: { looks } }: { readonly piece: Piece }) {
  const said = looks.map(({ by, count, lastAt }) => texts.looks(by, count, momentText(lastAt)))
  return <small>{said.length === 0 ? texts.noLooks : said.join('；')}</small>
}
