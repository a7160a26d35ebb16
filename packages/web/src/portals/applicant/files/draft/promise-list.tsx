/**
 * What may be promised in place of a paper: read first, then signed; taken back until the decision.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { type Case, useCaseCommand, useWord } from '../../../../features/cases/index.ts'
import { useTexts } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Tick } from '../../../../ui/field.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Unconfirmed } from '../../../../ui/unconfirmed.tsx'

interface PromiseListProps {
  readonly file: Case
  readonly onChange: () => void
}

export function PromiseList({ file, onChange }: PromiseListProps) {
  const { promises: texts } = casesZhCN
  const asked = file.service.requirements.map(({ id }) => id)
  const offered = file.service.promises.filter(
    ({ replaces, signed }) => signed || replaces.length === 0 || replaces.some((id) => asked.includes(id)),
  )
  if (offered.length === 0) return null
  return (
    <>
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      {offered.map((promise) => (
        <PromiseOffer key={promise.id} file={file} promise={promise} onChange={onChange} />
      ))}
    </>
  )
}

interface PromiseOfferProps extends PromiseListProps {
  readonly promise: Case['service']['promises'][number]
}

function PromiseOffer({ file, promise, onChange }: PromiseOfferProps) {
  const { promises: texts, duties } = casesZhCN
  const word = useWord()
  const [isAgreed, setAgreed] = useState(false)
  const [fault, setFault] = useState<string>()
  const { problem, isRunning, run } = useCaseCommand()
  const sent = { params: { id: file.id } }
  async function sign() {
    setFault(isAgreed ? undefined : texts.agreeFault)
    if (!isAgreed) return
    const body = { version: file.version, promise: promise.id, agreed: true }
    if ((await run(() => call('POST /api/cases/:id/promises', { ...sent, body }))) !== undefined) onChange()
  }
  async function takeBack() {
    const body = { version: file.version, promise: promise.id }
    const moved = await run(() => call('POST /api/cases/:id/promises/withdrawal', { ...sent, body }))
    if (moved !== undefined) onChange()
  }
  return (
    <div className="sheet promise">
      <h3>
        {word(promise.name)} <span className="tag">{duties.kinds[promise.kind]}</span>
      </h3>
      <Consequences file={file} promise={promise} />
      <ProblemNotice problem={problem} />
      {promise.signed ? (
        <p>
          {texts.signed}{' '}
          <button className="text-button" type="button" disabled={isRunning} onClick={() => void takeBack()}>
            {texts.takeBack}
          </button>
        </p>
      ) : (
        <>
          <Tick
            id={`agree-${promise.id}`}
            label={texts.agree}
            checked={isAgreed}
            onChange={setAgreed}
            fault={fault}
          />
          <button className="button quiet" type="button" disabled={isRunning} onClick={() => void sign()}>
            {texts.sign}
          </button>
        </>
      )}
    </div>
  )
}

/** What it stands in for, until when it is made up, and what follows where it is not: read before it is signed. */
function Consequences({ file, promise }: Pick<PromiseOfferProps, 'file' | 'promise'>) {
  const { promises: texts, clocks } = casesZhCN
  const word = useWord()
  const { join } = useTexts()
  const { replaces, makeUp, rectification } = promise
  const names = file.service.requirements
    .filter(({ id }) => replaces.includes(id))
    .map(({ name }) => word(name))
  const timeOf = ({ value, unit }: { readonly value: number; readonly unit: keyof typeof clocks.units }) =>
    clocks.length(String(value), clocks.units[unit])
  return (
    <ul>
      {names.length > 0 && <li>{texts.replaces(join.list(names))}</li>}
      <li>{makeUp === null ? texts.milestone : texts.makeUp[makeUp.from](timeOf(makeUp))}</li>
      <li>
        {texts.lapse(timeOf(rectification))} <Unconfirmed mark={rectification.mark} />
      </li>
    </ul>
  )
}
