import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openEnvelope, sealEnvelope } from '../envelope/envelope.ts'
import { makeLockedKey, relockKey, unlockKey } from './locked-key.ts'

const crypto = webcrypto
const phrase = '海风吹过胶州湾的第三个春天'

async function aKey() {
  const made = await makeLockedKey(crypto, phrase)
  if (!made.ok) throw new Error(made.code)
  return made.value
}

describe('the key of a handler', () => {
  it('opens with the passphrase what was sealed to it, however the phrase is typed', async () => {
    const { locked } = await aKey()
    const place = { leadId: 'one', part: 'content' } as const
    const sealed = await sealEnvelope(crypto, place, Uint8Array.of(7), [locked])
    const unlocked = await unlockKey(crypto, locked, ` ${phrase.normalize('NFKD')} `)
    expect(unlocked.ok && (await openEnvelope(crypto, place, sealed, unlocked.value))).toEqual(
      Uint8Array.of(7),
    )
  })

  it('stays closed to another passphrase and to the passphrase of another key', async () => {
    const { locked } = await aKey()
    expect(await unlockKey(crypto, locked, `${phrase}！`)).toMatchObject({ code: 'passphrase-wrong' })
    expect(await unlockKey(crypto, locked, '')).toMatchObject({ code: 'passphrase-wrong' })
  })

  it('is not made with a phrase that can be tried out', async () => {
    expect(await makeLockedKey(crypto, '十一个字的口令不够长')).toMatchObject({ code: 'passphrase-short' })
  })

  it('gets a new passphrase by the code of its sheet, and no other code', async () => {
    const { locked, opener, recoveryCode } = await aKey()
    const other = await aKey()
    const wrong = { code: other.recoveryCode, passphrase: '另外一句更长更好记的口令' }
    expect(await relockKey(crypto, locked, wrong)).toMatchObject({ code: 'recovery-code-wrong' })
    const lock = await relockKey(crypto, locked, { ...wrong, code: recoveryCode.toLowerCase() })
    if (!lock.ok) throw new Error(lock.code)
    const again = await unlockKey(crypto, { ...locked, lock: lock.value }, wrong.passphrase)
    expect(again.ok && again.value.privateKey).toEqual(opener.privateKey)
    expect(await unlockKey(crypto, { ...locked, lock: lock.value }, phrase)).toMatchObject({ ok: false })
  })
})
