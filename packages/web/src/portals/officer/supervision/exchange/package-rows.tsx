/**
 * Packages in rows: what leaves, with the release and the receipt; what came in.
 */

import { Link } from 'wouter'
import { exchangeTexts as texts } from '../../../../texts/exchange-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import type { DeskShown } from './exchange-shown.ts'

type Outgoing = DeskShown['outgoing'][number]
type Incoming = DeskShown['incoming'][number]

export function OutgoingRows({ rows }: { readonly rows: readonly Outgoing[] }) {
  return (
    <section className="exchange-section">
      <h2>{texts.outgoing}</h2>
      {rows.length === 0 && <p className="supervision-hint">{texts.noOutgoing}</p>}
      <ol className="exchange-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <PackageState row={row} />
            <div>
              <Link href={`/work/supervision/exchange/packages/${row.id}`}>{row.partner.name}</Link>
              <small>{row.purpose}</small>
            </div>
            <Size row={row} />
            <small>{courseOf(row)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

const colours = {
  drafted: 'amber',
  released: 'green',
  discarded: 'plain',
} as const satisfies Record<Outgoing['state'], LightColour>

/** The state of a package that leaves. */
export function PackageState({ row: { state } }: { readonly row: Pick<Outgoing, 'state'> }) {
  return <Light colour={colours[state]}>{texts.states[state]}</Light>
}

/** Kind, number of records, number in the order of the partner. */
function Size({
  row: { schemaName, records, sequence },
}: {
  readonly row: Pick<Outgoing, 'schemaName' | 'records' | 'sequence'>
}) {
  return (
    <div className="exchange-size">
      <span>{schemaName}</span>
      <b>{texts.records(records)}</b>
      {sequence !== null && <span>{texts.sequence(sequence)}</span>}
    </div>
  )
}

/** Who prepared it, who released it, whether it has arrived. */
function courseOf({ draftedBy, draftedAt, releasedBy, releasedAt, receivedAt }: Outgoing): string {
  if (releasedBy === null || releasedAt === null) return texts.prepared(draftedBy, momentText(draftedAt))
  const arrived = receivedAt === null ? texts.notReceived : texts.received(momentText(receivedAt))
  return `${texts.released(releasedBy, momentText(releasedAt))}；${arrived}`
}

export function IncomingRows({ rows }: { readonly rows: readonly Incoming[] }) {
  return (
    <section className="exchange-section">
      <h2>{texts.incoming}</h2>
      {rows.length === 0 && <p className="supervision-hint">{texts.noIncoming}</p>}
      <ol className="exchange-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Light colour="green">{texts.incoming}</Light>
            <div>
              <Link href={`/work/supervision/exchange/imports/${row.id}`}>{row.partner.name}</Link>
              <small>{row.purpose}</small>
            </div>
            <Size row={row} />
            <small>{texts.imported(row.importedBy, momentText(row.importedAt))}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
