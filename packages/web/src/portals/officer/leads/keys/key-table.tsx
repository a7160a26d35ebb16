import { call } from '../../../../api/call.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { type Keys, shortKey } from './lead-keys.ts'

const texts = leadsTexts.keys

type Key = Keys['others'][number]

interface KeyTableProps {
  readonly keys: Keys
  readonly again: () => void
}

/** One's own keys, then those of the others: whoever is not the holder takes a sheet. */
export function KeyTable({ keys, again }: KeyTableProps) {
  const isKeeper = keys.offices.includes('keeper')
  return (
    <section className="staff-panel">
      <h2>{texts.own}</h2>
      {keys.own.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Table label={texts.own} rows={keys.own} again={again} isOwn mayRetire />
      )}
      <h2 className="lead-below">{texts.others}</h2>
      <Table label={texts.others} rows={keys.others} again={again} isOwn={false} mayRetire={isKeeper} />
    </section>
  )
}

interface TableProps {
  readonly label: string
  readonly rows: readonly Key[]
  readonly again: () => void
  readonly isOwn: boolean
  readonly mayRetire: boolean
}

function Table({ label, rows, ...doing }: TableProps) {
  return (
    <table className="lead-table plain">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.key}</th>
          <th scope="col">{texts.holder}</th>
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.sheet}</th>
          <th scope="col">
            <span className="visually-hidden">{texts.retire}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.keyId} row={row} {...doing} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, again, isOwn, mayRetire }: Omit<TableProps, 'rows' | 'label'> & { readonly row: Key }) {
  const { keyId, holder, office, state, madeOn, sheetWith } = row
  const act = useCaseAct()
  const params = { key: keyId }
  async function take() {
    if ((await act.run(() => call('POST /api/leads/keys/:key/sheet', { params }))) !== undefined) again()
  }
  async function retire() {
    if ((await act.run(() => call('POST /api/leads/keys/:key/retirement', { params }))) !== undefined) again()
  }
  return (
    <tr>
      <th scope="row" className="lead-key">
        {shortKey(keyId)}
      </th>
      <td>
        {holder}
        <p className="lead-hint">{texts.offices[office]}</p>
      </td>
      <td>
        {texts.states[state]}
        <p className="lead-hint">
          {texts.made} {dayText(madeOn)}
        </p>
      </td>
      <td>{sheetWith === null ? texts.noSheet : texts.sheetWith(sheetWith)}</td>
      <td className="lead-act">
        {state === 'proposed' && !isOwn && (
          <BusyButton type="primary" busy={act.busy} onClick={() => void take()}>
            {texts.take}
          </BusyButton>
        )}
        {state === 'current' && mayRetire && (
          <BusyButton
            busy={act.busy}
            onClick={() => void retire()}
            aria-label={`${texts.retire} ${shortKey(keyId)}`}
          >
            {texts.retire}
          </BusyButton>
        )}
        <ProblemNotice problem={act.refusal} />
      </td>
    </tr>
  )
}
