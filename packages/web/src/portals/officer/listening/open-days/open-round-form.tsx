/**
 * Opening a round of open days: its number, and the departments that hold it.
 */

import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { openDaysZhCN } from '../../../../texts/open-days-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'

const texts = listeningTexts.openDays
const mostRounds = 9999

interface OpenRoundFormProps {
  readonly rounds: CallOutput<'GET /api/open-days'>['rounds']
  readonly onDone: (round: number) => void
}

export function OpenRoundForm({ rounds, onDone }: OpenRoundFormProps) {
  const [latest] = rounds
  const [round, setRound] = useState<number | null>((latest?.round ?? 0) + 1)
  const [hosts, setHosts] = useState<string[]>(latest?.hosts.map(({ id }) => id) ?? [])
  const choices = useApi('GET /api/voice/choices')
  const authorities = choices.state === 'ready' ? choices.value.authorities : []
  const act = useCaseAct()
  async function open() {
    if (round === null) return
    const done = await act.run(() => call('POST /api/open-days', { body: { round, hosts } }))
    if (done !== undefined) onDone(done.round)
  }
  return (
    <section className="listening-form" aria-label={texts.openRound}>
      <div className="call-line">
        <div className="act-field">
          <label htmlFor="round-number">{texts.roundNumber}</label>
          <InputNumber
            id="round-number"
            min={1}
            max={mostRounds}
            precision={0}
            value={round}
            onChange={setRound}
          />
        </div>
        <div className="act-field">
          <label htmlFor="round-hosts">{openDaysZhCN.hosts}</label>
          <Select
            id="round-hosts"
            mode="multiple"
            className="wide-field"
            placeholder={texts.chooseHosts}
            optionFilterProp="label"
            value={hosts}
            onChange={setHosts}
            options={authorities.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
          />
        </div>
      </div>
      <Submit
        act={act}
        label={texts.openRound}
        disabled={round === null || hosts.length === 0}
        onSubmit={() => void open()}
      />
    </section>
  )
}
