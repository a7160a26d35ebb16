/**
 * What was agreed with each partner: the fields that go either way, and those that stay.
 */

import { exchangeTexts as texts } from '../../../../texts/exchange-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import type { DeskShown } from './exchange-shown.ts'

type Agreement = DeskShown['agreements'][number]

export function AgreementList({ agreements }: { readonly agreements: readonly Agreement[] }) {
  return (
    <section className="exchange-section">
      <h2>{texts.agreements}</h2>
      <ul className="exchange-agreements">
        {agreements.map(({ id, partner, purpose, from, until, inForce, outgoing, incoming }) => (
          <li key={id}>
            <header>
              <h3>{partner.name}</h3>
              <Light colour={inForce ? 'green' : 'red'}>{inForce ? texts.inForce : texts.over}</Light>
            </header>
            <p>
              {purpose}
              <small>{texts.period(dayText(from), dayText(until))}</small>
            </p>
            <Flow label={texts.out} flow={outgoing} stays={texts.withheld} />
            <Flow label={texts.back} flow={incoming} stays={texts.refused} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface FlowProps {
  readonly label: string
  readonly flow: Agreement['outgoing']
  readonly stays: (names: string) => string
}

function Flow({ label, flow, stays }: FlowProps) {
  return (
    <div className="exchange-flow">
      <b>{label}</b>
      {flow === null ? (
        <span>{texts.nothing}</span>
      ) : (
        <div>
          <span>
            {flow.schemaName}：{flow.listed.join('、')}
          </span>
          {flow.withheld.length > 0 && <small>{stays(flow.withheld.join('、'))}</small>}
        </div>
      )}
    </div>
  )
}
