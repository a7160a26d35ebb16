/**
 * The signed, machine-readable proof of a licence: a JSON Web Signature in compact form, short enough for a QR code.
 *
 *     BASE64URL({"alg":"EdDSA","kid":…}) . BASE64URL(claims) . BASE64URL(Ed25519 signature)
 *
 * Header and claims are canonical JSON. The claims hold what a person compares with the paper (name, code, number, day)
 * and the digest of the whole licence, so that one short signature answers for every printed field.
 *
 * Source: RFC 7515 (JSON Web Signature), RFC 8037 (Ed25519 in JOSE).
 */

import { utf8ToBytes } from '@noble/hashes/utils.js'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import { type Canonical, canonicalJson } from '../../ledger/index.ts'
import { decodeBase64Url, encodeBase64Url } from './base64-url.ts'
import { type LicenceDocument, licenceDigest } from './licence-document.ts'

/** What the credential says. */
export interface CredentialClaims {
  /** 统一社会信用代码 */
  readonly code: string
  /** `licenceDigest` of the whole licence */
  readonly digest: string
  /** day of issue, 'YYYY-MM-DD' */
  readonly issued: string
  /** empty for an individual business without a name */
  readonly name: string
  /** number of the licence */
  readonly number: string
}

/** A public key that licences are, or were, signed with. */
export interface CredentialKey {
  readonly keyId: string
  /** the 32 bytes of an Ed25519 public key */
  readonly publicKey: Uint8Array
}

/** Checks an Ed25519 signature; the server hands in Node's, the browser WebCrypto's. */
export type VerifySignature = (
  key: CredentialKey,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>

/** Why a credential is not accepted as genuine. */
export type CredentialRefusal = 'credential-malformed' | 'key-unknown' | 'signature-wrong'

/** The claims about a licence. */
export function licenceClaims(document: LicenceDocument): CredentialClaims {
  return {
    code: document.unifiedCode,
    digest: licenceDigest(document),
    issued: document.issuedOn,
    name: document.name ?? '',
    number: document.number,
  }
}

/** The text whose UTF-8 bytes are signed with the key `keyId`; see `sealCredential`. */
export function credentialInput(claims: CredentialClaims, keyId: string): string {
  return `${encodedJson({ alg: 'EdDSA', kid: keyId })}.${encodedJson({ ...claims })}`
}

/** The finished credential from the signed text and its 64-byte signature. */
export function sealCredential(input: string, signature: Uint8Array): string {
  return `${input}.${encodeBase64Url(signature)}`
}

/** Reads a credential and checks its signature against the published keys; asks no register. */
export async function verifyCredential(
  credential: string,
  keys: readonly CredentialKey[],
  verify: VerifySignature,
): Promise<Result<CredentialClaims, CredentialRefusal>> {
  const opened = openCredential(credential)
  if (opened === undefined) return refuse('credential-malformed')
  const key = keys.find(({ keyId }) => keyId === opened.keyId)
  if (key === undefined) return refuse('key-unknown')
  const genuine = await verify(key, utf8ToBytes(opened.input), opened.signature)
  return genuine ? accept(opened.claims) : refuse('signature-wrong')
}

interface OpenedCredential {
  readonly keyId: string
  readonly claims: CredentialClaims
  readonly input: string
  readonly signature: Uint8Array
}

const longestCredential = 4096
const signatureLength = 64

function openCredential(credential: string): OpenedCredential | undefined {
  if (credential.length > longestCredential) return undefined
  const [head = '', body = '', seal = '', ...rest] = credential.split('.')
  const keyId = keyIdOf(decodedJson(head))
  const claims = claimsOf(decodedJson(body))
  const signature = decodeBase64Url(seal)
  if (rest.length > 0 || keyId === undefined || claims === undefined) return undefined
  if (signature?.length !== signatureLength) return undefined
  return { keyId, claims, input: `${head}.${body}`, signature }
}

/** A header with any other member is refused: nothing unsigned may change how a signature is read. */
function keyIdOf(header: unknown): string | undefined {
  const fields = textFields(header, ['alg', 'kid'])
  return fields?.['alg'] === 'EdDSA' ? fields['kid'] : undefined
}

function claimsOf(payload: unknown): CredentialClaims | undefined {
  const fields = textFields(payload, ['code', 'digest', 'issued', 'name', 'number'])
  if (fields === undefined) return undefined
  const { code = '', digest = '', issued = '', name = '', number = '' } = fields
  return { code, digest, issued, name, number }
}

function textFields(value: unknown, names: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value)
  const exact =
    entries.length === names.length &&
    entries.every(([name, field]) => names.includes(name) && typeof field === 'string')
  return exact ? Object.fromEntries(entries) : undefined
}

function encodedJson(value: Canonical): string {
  return encodeBase64Url(utf8ToBytes(canonicalJson(value)))
}

/** The JSON value behind a base64url part, only where the part is spelled canonically. */
function decodedJson(part: string): unknown {
  const bytes = decodeBase64Url(part)
  if (bytes === undefined) return undefined
  const text = utf8Text(bytes)
  const value = text === undefined ? undefined : jsonValue(text)
  return value !== undefined && isFlat(value) && canonicalJson(value) === text ? value : undefined
}

function isFlat(value: unknown): value is { readonly [key: string]: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((field) => typeof field === 'string')
  )
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function utf8Text(bytes: Uint8Array): string | undefined {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  try {
    return decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}
