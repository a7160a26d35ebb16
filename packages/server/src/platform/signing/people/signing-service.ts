/**
 * The electronic signature service of applicants: the keys lie with it, in the hands of the signers; here it is asked for a
 * signature, and nothing is believed that does not verify.
 */

import { createHash } from 'node:crypto'
import { literal, object, string } from 'zod'
import { postJson, type ServiceAddress } from '../../messages/post-json.ts'
import { verifyEd25519 } from '../ed25519.ts'
import type { ApplicantSigner } from './applicant-signer.ts'

const answer = object({
  algorithm: literal('Ed25519'),
  keyId: string().min(1),
  /** Base64 */
  publicKey: string(),
  signature: string(),
})

/** Signs by the service: it is sent the person and the bytes, and answers with key and signature, all in Base64. */
export function signByService(service: ServiceAddress): ApplicantSigner {
  return {
    sign: async (personId, bytes) => {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const asked = { personId, message: Buffer.from(bytes).toString('base64') }
      const given = answer.parse(await postJson(service, asked, `${personId}-${digest}`))
      const [publicKey, signature] = [given.publicKey, given.signature].map((text) =>
        Buffer.from(text, 'base64'),
      )
      if (publicKey === undefined || signature === undefined || !verifyEd25519(publicKey, bytes, signature))
        throw new Error(`${service.name} gave a signature that does not verify`)
      return { algorithm: given.algorithm, keyId: given.keyId, publicKey, signature }
    },
  }
}
