/**
 * Publishing by two people: one proposes with a reason and a day, another one confirms or returns it.
 */

import { App, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { dayText, momentText, today } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { CatalogueDesk } from '../catalogue-desk.ts'

const texts = catalogueTexts.publish

interface PublishPanelProps {
  readonly desk: CatalogueDesk
  readonly again: () => void
}

export function PublishPanel({ desk, again }: PublishPanelProps) {
  const [published, setPublished] = useState<string>()
  const { draft } = desk
  return (
    <>
      {published !== undefined && (
        <p className="notice good" role="status">
          {published}
        </p>
      )}
      {draft?.state === 'open' && draft.findings.length === 0 && <Propose draft={draft} again={again} />}
      {draft?.state === 'proposed' && <Confirm draft={draft} again={again} onPublished={setPublished} />}
    </>
  )
}

interface DraftProps {
  readonly draft: NonNullable<CatalogueDesk['draft']>
  readonly again: () => void
}

function Propose({ draft: { revision, returnedNote }, again }: DraftProps) {
  const act = useCaseAct()
  async function propose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = {
      revision,
      reason: String(form.get('reason')),
      effectiveOn: String(form.get('effectiveOn')),
    }
    const proposed = await act.run(() => call('POST /api/catalogue/draft/proposal', { body }))
    if (proposed !== undefined) again()
  }
  return (
    <section className="staff-panel" aria-labelledby="publish">
      <h2 id="publish">{texts.title}</h2>
      {returnedNote !== null && <p className="notice">{catalogueTexts.draft.returned(returnedNote)}</p>}
      <p className="section-hint">{texts.lead}</p>
      <form className="publish-form" onSubmit={(event) => void propose(event)}>
        <div>
          <label htmlFor="reason">{texts.reason}</label>
          <Input.TextArea
            id="reason"
            name="reason"
            required
            minLength={2}
            maxLength={500}
            rows={3}
            aria-describedby="reason-hint"
          />
          <small id="reason-hint">{texts.reasonHint}</small>
        </div>
        <div>
          <label htmlFor="effective-on">{texts.effectiveOn}</label>
          <input
            className="input"
            id="effective-on"
            name="effectiveOn"
            type="date"
            required
            min={today()}
            defaultValue={today()}
            aria-describedby="effective-hint"
          />
          <small id="effective-hint">{texts.effectiveHint}</small>
        </div>
        <ProblemNotice problem={act.refusal} />
        <div>
          <BusyButton type="primary" htmlType="submit" busy={act.busy}>
            {texts.propose}
          </BusyButton>
        </div>
      </form>
    </section>
  )
}

interface ConfirmProps extends DraftProps {
  readonly onPublished: (said: string) => void
}

function Confirm({ draft, again, onPublished }: ConfirmProps) {
  const { modal } = App.useApp()
  const act = useCaseAct()
  const session = useApi('GET /api/session')
  const isOwn =
    session.state === 'ready' && session.value.signedIn && session.value.personId === draft.proposedBy?.id
  const day = dayText(draft.effectiveOn ?? today())
  function confirm() {
    modal.confirm({
      title: texts.confirmAsk(draft.base + 1, day),
      content: texts.confirmAskLead,
      okText: texts.confirm,
      cancelText: texts.cancel,
      onOk: async () => {
        const body = { revision: draft.revision }
        const done = await act.run(() => call('POST /api/catalogue/draft/confirmation', { body }))
        if (done === undefined) return
        onPublished(texts.published(done.number, dayText(done.effectiveOn)))
        again()
      },
    })
  }
  return (
    <section className="staff-panel" aria-labelledby="publish">
      <h2 id="publish">{isOwn ? texts.proposed : texts.confirmTitle}</h2>
      <dl className="proposal">
        <dt>{texts.reason}</dt>
        <dd>{draft.reason}</dd>
        <dt>{texts.effectiveOn}</dt>
        <dd>{day}</dd>
        <dt>{texts.proposedBy}</dt>
        <dd>
          {draft.proposedBy?.name}
          {draft.proposedAt !== null && <small>{momentText(draft.proposedAt)}</small>}
        </dd>
      </dl>
      <p className="section-hint">{isOwn ? texts.ownLead : texts.confirmLead}</p>
      {!isOwn && (
        <p>
          <BusyButton type="primary" busy={act.busy} onClick={confirm}>
            {texts.confirm}
          </BusyButton>
        </p>
      )}
      <ProblemNotice problem={act.refusal} />
      <Return revision={draft.revision} again={again} />
    </section>
  )
}

function Return({ revision, again }: { readonly revision: number; readonly again: () => void }) {
  const act = useCaseAct()
  async function giveBack(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = { revision, note: String(new FormData(event.currentTarget).get('note')) }
    const returned = await act.run(() => call('POST /api/catalogue/draft/return', { body }))
    if (returned !== undefined) again()
  }
  return (
    <form className="publish-form" onSubmit={(event) => void giveBack(event)}>
      <div>
        <label htmlFor="return-note">{texts.returnNote}</label>
        <Input id="return-note" name="note" required minLength={2} maxLength={500} />
      </div>
      <div>
        <BusyButton htmlType="submit" busy={act.busy}>
          {texts.returnDraft}
        </BusyButton>
      </div>
      <ProblemNotice problem={act.refusal} />
    </form>
  )
}
