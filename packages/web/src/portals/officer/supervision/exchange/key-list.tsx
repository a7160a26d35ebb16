/**
 * Keys: that of the zone to hand out, those of partners as two people entered them.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { exchangeTexts as texts } from '../../../../texts/exchange-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { Pick } from '../fields.tsx'
import type { DeskShown } from './exchange-shown.ts'

type Partner = DeskShown['partners'][number]
type Key = Partner['keys'][number]

interface KeyListProps {
  readonly own: DeskShown['own']
  readonly partners: readonly Partner[]
  readonly again: () => void
}

export function KeyList({ own, partners, again }: KeyListProps) {
  return (
    <section className="exchange-section">
      <h2>{texts.keys}</h2>
      <ul className="exchange-keys">
        <li>
          <div>
            <b>{texts.own}</b>
            <small>{texts.ownHint}</small>
          </div>
          <div className="exchange-key">
            <small>{texts.publicKey}</small>
            <code>{own.publicKey}</code>
            <Fingerprint of={own.fingerprint} />
          </div>
        </li>
        {partners.map(({ id, name, keys, lastOut, lastIn }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <small>{texts.lasts(lastOut, lastIn)}</small>
            </div>
            <div>
              {keys.length === 0 && <small>{texts.noKey}</small>}
              {keys.map((key) => (
                <PartnerKey key={`${key.id} ${key.confirmedBy}`} shown={key} again={again} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Enter key={partners.flatMap(({ keys }) => keys).length} partners={partners} again={again} />
    </section>
  )
}

/** In fours, so that it can be read out. */
function Fingerprint({ of }: { readonly of: string }) {
  return (
    <>
      <small>{texts.fingerprint}</small>
      <code>{of.match(/.{4}/g)?.join(' ')}</code>
    </>
  )
}

interface KeyProps {
  readonly shown: Key
  readonly again: () => void
}

function PartnerKey({ shown, again }: KeyProps) {
  const { id, fingerprint, enteredBy, confirmedBy, mayConfirm } = shown
  const act = useCaseAct()
  async function retire() {
    const done = await act.run(() =>
      call('POST /api/supervision/exchange/keys/:id/retirement', { params: { id }, body: {} }),
    )
    if (done !== undefined) again()
  }
  return (
    <div className="exchange-key">
      <Light colour={confirmedBy === null ? 'amber' : 'green'}>
        {confirmedBy === null ? texts.waiting(enteredBy) : texts.confirmed(confirmedBy)}
      </Light>
      <Fingerprint of={fingerprint} />
      {mayConfirm && <Confirm id={id} again={again} />}
      <Button size="small" disabled={act.busy} onClick={() => void retire()}>
        {texts.retire}
      </Button>
    </div>
  )
}

function Confirm({ id, again }: Pick<Key, 'id'> & Pick<KeyProps, 'again'>) {
  const [ending, setEnding] = useState('')
  const act = useCaseAct()
  const heard = ending.toLowerCase().replace(/\s/g, '')
  async function confirm() {
    const done = await act.run(() =>
      call('POST /api/supervision/exchange/keys/:id/confirmation', {
        params: { id },
        body: { ending: heard },
      }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id={`ending-${id}`} label={texts.ending} value={ending} onChange={setEnding} />
      <Submit
        act={act}
        label={texts.confirm}
        disabled={!/^[0-9a-f]{8}$/.test(heard)}
        onSubmit={() => void confirm()}
      />
    </>
  )
}

function Enter({ partners, again }: Pick<KeyListProps, 'partners' | 'again'>) {
  const [partner, setPartner] = useState('')
  const [publicKey, setPublicKey] = useState('')
  const act = useCaseAct()
  async function enter() {
    const body = { partner, publicKey: publicKey.trim() }
    const done = await act.run(() => call('POST /api/supervision/exchange/keys', { body }))
    if (done !== undefined) again()
  }
  return (
    <details className="exchange-enter">
      <summary>{texts.enter}</summary>
      <p className="supervision-hint">{texts.enterHint}</p>
      <div className="supervision-columns">
        <Pick
          label={texts.partner}
          none={texts.choose}
          value={partner}
          options={partners}
          onChange={setPartner}
        />
        <LineField id="partner-key" label={texts.publicKey} value={publicKey} onChange={setPublicKey} />
      </div>
      <Submit
        act={act}
        label={texts.save}
        disabled={partner === '' || publicKey.trim().length !== 44}
        onSubmit={() => void enter()}
      />
    </details>
  )
}
