/**
 * A session at a carrier, with the companies that came as a list to be pasted.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { today } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { companyLines } from './company-lines.ts'

const texts = listeningTexts.openDays
/** lines that cannot be read are named up to here; the rest follows once these are mended */
const mostFaults = 5

interface SessionFormProps {
  readonly round: string
  readonly onDone: () => void
}

export function SessionForm({ round, onDone }: SessionFormProps) {
  const [wanted, setWanted] = useState({ carrier: '', heldOn: today(), phone: '', list: '' })
  const act = useCaseAct()
  const change = (part: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...part }))
  const { companies, faults } = companyLines(wanted.list)
  async function add() {
    const { carrier, heldOn, phone } = wanted
    const body = {
      carrier,
      heldOn,
      companies: [...companies],
      ...(phone.trim() === '' ? {} : { phone }),
    }
    const done = await act.run(() => call('POST /api/open-days/:round/sessions', { params: { round }, body }))
    if (done !== undefined) onDone()
  }
  return (
    <section className="listening-form" aria-label={texts.addSession}>
      <div className="call-line">
        <LineField
          id="session-carrier"
          label={texts.carrier}
          value={wanted.carrier}
          onChange={(carrier) => change({ carrier })}
        />
        <LineField
          id="session-day"
          type="date"
          label={texts.heldOn}
          value={wanted.heldOn}
          onChange={(heldOn) => change({ heldOn })}
        />
        <LineField
          id="session-phone"
          type="tel"
          label={texts.carrierPhone}
          value={wanted.phone}
          onChange={(phone) => change({ phone })}
        />
      </div>
      <WordsField
        id="session-companies"
        label={texts.companies}
        rows={6}
        value={wanted.list}
        onChange={(list) => change({ list })}
      />
      <ReadLines list={wanted.list} />
      <Submit
        act={act}
        label={texts.addSession}
        disabled={wanted.carrier.trim().length < 2 || companies.length === 0 || faults.length > 0}
        onSubmit={() => void add()}
      />
    </section>
  )
}

/** What was read of the list, and which lines cannot be. */
function ReadLines({ list }: { readonly list: string }) {
  const { companies, faults } = companyLines(list)
  return (
    <>
      <p className="staff-lead">{texts.companiesHint}</p>
      <p role="status">
        {companies.length > 0 && texts.companiesRead(companies.length)}
        {faults.slice(0, mostFaults).map(({ line, fault }) => (
          <span className="line-fault" key={line}>
            {fault === 'no-code' ? texts.lineWrong(line) : texts.lineUnnamed(line)}
          </span>
        ))}
      </p>
    </>
  )
}
