/**
 * A detached CMS signature with the attributes that PAdES asks for: the digest of what was signed and the hash of the
 * certificate that signed it. The time of signing stands in the PDF, not here.
 *
 * Source: RFC 5652 (CMS), RFC 5035 (signing-certificate-v2), ETSI EN 319 142-1 (PAdES baseline B).
 */

import { createHash } from 'node:crypto'
import forge from 'node-forge'
import type { DocumentSeal } from './document-seal.ts'

const { asn1 } = forge
const { Class, Type } = asn1

/** Object identifiers, RFC 5652, RFC 5035, RFC 8017, FIPS 180-4. */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  rsaEncryption: '1.2.840.113549.1.1.1',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

/** What a signature is made of. */
export interface CmsParts {
  /** the signer's first, DER */
  readonly certificates: readonly Buffer[]
  /** the signed attributes, in the order of their encodings */
  readonly attributes: readonly forge.asn1.Asn1[]
  readonly signature: Buffer
}

/** The signature over `content`, DER; `content` itself is not in it. */
export async function signDetached(content: Buffer, seal: DocumentSeal): Promise<Buffer> {
  const [signer] = seal.certificates
  if (signer === undefined) throw new Error('the seal has no certificate')
  const attributes = signedAttributes(sha256(content), sha256(signer))
  const signature = await seal.sign(attributesDer(attributes))
  return assembleCms({ certificates: seal.certificates, attributes, signature })
}

/** The bytes that are signed: the attributes as a set. */
export function attributesDer(attributes: readonly forge.asn1.Asn1[]): Buffer {
  return derOf(set([...attributes]))
}

/** The one encoding of these parts. */
export function assembleCms({ certificates, attributes, signature }: CmsParts): Buffer {
  const [signer] = certificates
  if (signer === undefined) throw new Error('the signature has no certificate')
  const signedData = sequence([
    integer(1),
    set([algorithm(oid.sha256)]),
    sequence([identifier(oid.data)]),
    tagged(0, certificates.map(parsed)),
    set([signerInfo(signer, [...attributes], signature)]),
  ])
  return derOf(sequence([identifier(oid.signedData), tagged(0, [signedData])]))
}

/** DER wants the members of a set in the order of their encodings. */
function signedAttributes(digest: Buffer, certificateHash: Buffer): forge.asn1.Asn1[] {
  const certificateId = sequence([octets(certificateHash)])
  return [
    attribute(oid.contentType, identifier(oid.data)),
    attribute(oid.messageDigest, octets(digest)),
    attribute(oid.signingCertificateV2, sequence([sequence([certificateId])])),
  ].toSorted((one, other) => Buffer.compare(derOf(one), derOf(other)))
}

function signerInfo(certificate: Buffer, attributes: forge.asn1.Asn1[], signature: Buffer): forge.asn1.Asn1 {
  const [, serial, , issuer] = children(children(parsed(certificate))[0])
  if (serial === undefined || issuer === undefined) throw new Error('the certificate names no issuer')
  return sequence([
    integer(1),
    sequence([issuer, serial]),
    algorithm(oid.sha256),
    tagged(0, attributes),
    algorithm(oid.rsaEncryption),
    octets(signature),
  ])
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** DER of a parsed value. */
export function derOf(value: forge.asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(value).getBytes(), 'latin1')
}

function parsed(der: Buffer): forge.asn1.Asn1 {
  return asn1.fromDer(der.toString('latin1'))
}

/** The members of a structure; none where it is not one. */
function children(value: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] {
  return value === undefined || typeof value.value === 'string' ? [] : value.value
}

function sequence(members: forge.asn1.Asn1[]): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, members)
}

function set(members: forge.asn1.Asn1[]): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SET, true, members)
}

function tagged(tag: number, members: forge.asn1.Asn1[]): forge.asn1.Asn1 {
  return asn1.create(Class.CONTEXT_SPECIFIC, tag, true, members)
}

function octets(bytes: Buffer): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString('latin1'))
}

function integer(value: number): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes())
}

function identifier(dotted: string): forge.asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(dotted).getBytes())
}

function algorithm(dotted: string): forge.asn1.Asn1 {
  const none = asn1.create(Class.UNIVERSAL, Type.NULL, false, '')
  return sequence(dotted === oid.rsaEncryption ? [identifier(dotted), none] : [identifier(dotted)])
}

function attribute(dotted: string, value: forge.asn1.Asn1): forge.asn1.Asn1 {
  return sequence([identifier(dotted), set([value])])
}
