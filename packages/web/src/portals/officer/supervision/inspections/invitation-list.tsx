/**
 * People of partner organisations: who may look until when, how often they did, inviting, taking back.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { Pick } from '../fields.tsx'
import type { InspectionShown } from './inspection-shown.ts'

const texts = inspectionsTexts.page
type Desk = NonNullable<InspectionShown['desk']>
type Invitation = Desk['invitations'][number]

interface ListProps {
  readonly shown: InspectionShown & { readonly desk: Desk }
  readonly again: () => void
}

export function InvitationList({ shown: { desk, row }, again }: ListProps) {
  return (
    <section className="light-section">
      <h2>{texts.invitations}</h2>
      {desk.invitations.length === 0 && <p className="supervision-hint">{texts.noInvitations}</p>}
      <ul className="light-lines">
        {desk.invitations.map((invitation) => (
          <Line key={`${invitation.id} ${invitation.ended}`} invitation={invitation} again={again} />
        ))}
      </ul>
      {row.state === 'running' && <Invite id={row.id} partners={desk.partners} again={again} />}
    </section>
  )
}

function standing({ runs, ended, until }: Invitation): string {
  if (runs) return texts.runs(dayText(until))
  return ended === null ? texts.over : texts.ended[ended]
}

interface LineProps {
  readonly invitation: Invitation
  readonly again: () => void
}

function Line({ invitation, again }: LineProps) {
  const { id, person, organisation, runs, looks, lastLookAt } = invitation
  const act = useCaseAct()
  async function withdraw() {
    const done = await act.run(() =>
      call('POST /api/supervision/invitations/:id/withdrawal', { params: { id }, body: {} }),
    )
    if (done !== undefined) again()
  }
  return (
    <li className="inspection-invitation">
      <div>
        <b>{person}</b>　{organisation}
        <small>
          {texts.looks(looks)}
          {lastLookAt !== null && `，${texts.lastLook(momentText(lastLookAt))}`}
        </small>
        <ProblemNotice problem={act.refusal} />
      </div>
      <Light colour={runs ? 'green' : 'plain'}>{standing(invitation)}</Light>
      {runs && (
        <Button disabled={act.busy} onClick={() => void withdraw()}>
          {texts.withdraw}
        </Button>
      )}
    </li>
  )
}

interface InviteProps {
  readonly id: string
  readonly partners: Desk['partners']
  readonly again: () => void
}

function Invite({ id, partners, again }: InviteProps) {
  const [organisation, setOrganisation] = useState('')
  const [username, setUsername] = useState('')
  const [until, setUntil] = useState('')
  const act = useCaseAct()
  async function invite() {
    const body = { organisation, username: username.trim(), ...(until === '' ? {} : { until }) }
    const done = await act.run(() =>
      call('POST /api/supervision/inspections/:id/invitations', { params: { id }, body }),
    )
    if (done === undefined) return
    setUsername('')
    again()
  }
  return (
    <details className="inspection-act">
      <summary>{texts.invite}</summary>
      <div className="supervision-columns">
        <Pick
          label={texts.organisation}
          none={inspectionsTexts.choose}
          value={organisation}
          options={partners}
          onChange={setOrganisation}
        />
        <LineField id="invite-account" label={texts.username} value={username} onChange={setUsername} />
        <LineField
          id="invite-until"
          type="date"
          label={texts.inviteUntil}
          value={until}
          onChange={setUntil}
        />
      </div>
      <Submit
        act={act}
        label={texts.send}
        disabled={organisation === '' || username.trim().length < 2}
        onSubmit={() => void invite()}
      />
    </details>
  )
}
