/**
 * The report: drafted by one, signed by another; signed, it can be printed.
 */

import { useState } from 'react'
import { addressOf, call } from '../../../../api/call.ts'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { InspectionShown } from './inspection-shown.ts'

const texts = inspectionsTexts.page

interface ReportProps {
  readonly shown: InspectionShown & { readonly desk: NonNullable<InspectionShown['desk']> }
  readonly again: () => void
}

export function InspectionReport({ shown, again }: ReportProps) {
  const { row, desk, conclusion, reportedBy, signedBy, signedAt } = shown
  const isSigned = signedBy !== null && signedAt !== null
  return (
    <section className="light-section">
      <h2>{texts.report}</h2>
      {conclusion !== null && <p>{conclusion}</p>}
      {isSigned ? (
        <p className="supervision-hint">
          {texts.signed(signedBy, momentText(signedAt))}　
          <a href={addressOf('GET /api/supervision/inspections/:id/paper', { params: { id: row.id } })}>
            {texts.paper}
          </a>
        </p>
      ) : (
        row.state === 'reported' &&
        reportedBy !== null && <p className="supervision-hint">{texts.drafted(reportedBy, desk.revision)}</p>
      )}
      {desk.returned !== null && (
        <p className="supervision-hint">
          {texts.returned(desk.returned.by, momentText(desk.returned.at), desk.returned.reason)}
        </p>
      )}
      {desk.maySign && <Sign id={row.id} revision={desk.revision} again={again} />}
      {row.state === 'reported' && <Return id={row.id} again={again} />}
      {desk.mayReport && <Draft id={row.id} isAnew={conclusion !== null} again={again} />}
    </section>
  )
}

interface ActProps {
  readonly id: string
  readonly again: () => void
}

function Sign({ id, revision, again }: ActProps & { readonly revision: number }) {
  const act = useCaseAct()
  async function sign() {
    await act.run(() =>
      call('POST /api/supervision/inspections/:id/signature', { params: { id }, body: { revision } }),
    )
    // what was refused is refused because the report is another by now: the page shows it
    again()
  }
  return (
    <>
      <p className="supervision-hint">{texts.signHint}</p>
      <Submit act={act} label={texts.sign} onSubmit={() => void sign()} />
    </>
  )
}

function Return({ id, again }: ActProps) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function giveBack() {
    await act.run(() =>
      call('POST /api/supervision/inspections/:id/return', { params: { id }, body: { reason } }),
    )
    again()
  }
  return (
    <details className="inspection-act">
      <summary>{texts.giveBack}</summary>
      <p className="supervision-hint">{texts.giveBackHint}</p>
      <WordsField id="inspection-return" label={texts.reason} rows={2} value={reason} onChange={setReason} />
      <Submit
        act={act}
        label={texts.giveBack}
        disabled={reason.trim().length < 2}
        onSubmit={() => void giveBack()}
      />
    </details>
  )
}

function Draft({ id, isAnew, again }: ActProps & { readonly isAnew: boolean }) {
  const [conclusion, setConclusion] = useState('')
  const act = useCaseAct()
  async function draft() {
    const done = await act.run(() =>
      call('POST /api/supervision/inspections/:id/report', { params: { id }, body: { conclusion } }),
    )
    if (done !== undefined) again()
  }
  return (
    <details className="inspection-act">
      <summary>{isAnew ? texts.draftAnew : texts.draft}</summary>
      <WordsField
        id="inspection-conclusion"
        label={texts.conclusion}
        rows={4}
        value={conclusion}
        onChange={setConclusion}
      />
      <Submit
        act={act}
        label={isAnew ? texts.draftAnew : texts.draft}
        disabled={conclusion.trim().length < 2}
        onSubmit={() => void draft()}
      />
    </details>
  )
}
