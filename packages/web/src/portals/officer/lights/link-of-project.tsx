/**
 * The project of a steward that a supervised project is: its network says where it is stuck.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { lightsTexts } from '../../../texts/lights-zh-cn.ts'
import { momentText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { LineField, Submit } from '../department/acts/act-fields.tsx'

const texts = lightsTexts.link
type Linked = CallOutput<'GET /api/supervision/projects/:id/link'>

interface LinkProps {
  readonly id: string
  /** the page has to be read anew: its sentence changes with the link */
  readonly again: () => void
}

export function LinkOfProject({ id, again }: LinkProps) {
  const reading = useApi('GET /api/supervision/projects/:id/link', { params: { id } })
  const changed = () => {
    reading.again()
    again()
  }
  return (
    <section className="light-section">
      <h2>{texts.title}</h2>
      <Awaited reading={reading}>
        {(linked) => (
          <>
            {linked.link === null ? (
              <ChooseLink id={id} choices={linked.choices} again={changed} />
            ) : (
              <StandingLink id={id} link={linked.link} again={changed} />
            )}
            <Former former={linked.former} />
          </>
        )}
      </Awaited>
    </section>
  )
}

interface StandingProps extends LinkProps {
  readonly link: NonNullable<Linked['link']>
}

function StandingLink({ id, link: { project, by, at, stuck }, again }: StandingProps) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function unlink() {
    const done = await act.run(() =>
      call('POST /api/supervision/projects/:id/unlinking', { params: { id }, body: { reason } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p className="light-link">
        <b>{project.name}</b>　{project.number}
      </p>
      <p className={stuck === null ? 'light-link-note' : 'light-why'}>{stuck ?? texts.calm}</p>
      <p className="light-link-note">{texts.linkedBy(by, momentText(at))}</p>
      <details>
        <summary>{texts.unlink}</summary>
        <LineField id={`unlink-${id}`} label={texts.reason} value={reason} onChange={setReason} />
        <Submit
          act={act}
          label={texts.unlink}
          disabled={reason.trim().length < 2}
          onSubmit={() => void unlink()}
        />
      </details>
    </>
  )
}

interface ChooseProps extends LinkProps {
  readonly choices: Linked['choices']
}

function ChooseLink({ id, choices, again }: ChooseProps) {
  const [projectId, setProjectId] = useState('')
  const act = useCaseAct()
  async function link() {
    const done = await act.run(() =>
      call('POST /api/supervision/projects/:id/link', { params: { id }, body: { projectId } }),
    )
    if (done !== undefined) again()
  }
  if (choices.length === 0) return <p className="light-link-note">{texts.none}</p>
  return (
    <>
      <p className="light-link-note">{texts.lead}</p>
      <label className="light-choice">
        {texts.project}
        <select value={projectId} onChange={({ target }) => setProjectId(target.value)}>
          <option value="">{texts.choose}</option>
          {choices.map((project) => (
            <option key={project.id} value={project.id}>
              {project.name}（{project.number}）
            </option>
          ))}
        </select>
      </label>
      <Submit act={act} label={texts.link} disabled={projectId === ''} onSubmit={() => void link()} />
    </>
  )
}

function Former({ former }: Pick<Linked, 'former'>) {
  if (former.length === 0) return null
  return (
    <ul className="light-lines">
      {former.map(({ project, by, at, endedBy, endedAt, reason }) => (
        <li key={endedAt}>
          {project.name}　{project.number}
          <p className="light-link-note">
            {texts.former({ by, at: momentText(at), endedBy, endedAt: momentText(endedAt) })}：{reason}
          </p>
        </li>
      ))}
    </ul>
  )
}
