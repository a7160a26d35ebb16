/**
 * Checks the signature of a PDF that this platform signed, from first principles: what it covers, that nothing of it
 * changed, who signed. The signature must be encoded exactly as the platform encodes it, so that no bit of it is free.
 */

import { createHash, createVerify, X509Certificate } from 'node:crypto'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import forge from 'node-forge'
import { assembleCms, attributesDer, type CmsParts, derOf, oid } from './cms-signature.ts'

/** Why a signature is not believed. */
export type PdfSignatureRefusal =
  | 'pdf-not-signed'
  | 'pdf-signature-unreadable'
  | 'pdf-changed-after-signing'
  | 'pdf-signature-wrong'
  | 'pdf-signer-not-trusted'

/** The signer of an untouched document. */
export interface PdfSigner {
  /** subject of the certificate, as Node prints it */
  readonly subject: string
}

/**
 * Checks the last signature of a PDF: it must cover the whole file, match every byte, and lead to a trusted root.
 *
 * @param trusted - root certificates, DER
 */
export function checkPdfSignature(
  pdf: Buffer,
  trusted: readonly Buffer[],
): Result<PdfSigner, PdfSignatureRefusal> {
  const covered = coveredBytes(pdf)
  if (covered === undefined) return refuse('pdf-not-signed')
  const cms = readCms(covered.signature)
  if (cms === undefined) return refuse('pdf-signature-unreadable')
  const digest = createHash('sha256').update(covered.bytes).digest()
  if (!digest.equals(cms.messageDigest)) return refuse('pdf-changed-after-signing')
  if (!signatureHolds(cms)) return refuse('pdf-signature-wrong')
  if (!isTrusted(cms.chain, trusted)) return refuse('pdf-signer-not-trusted')
  return accept({ subject: cms.chain[0]?.subject ?? '' })
}

interface Covered {
  readonly bytes: Buffer
  readonly signature: Buffer
}

/** The two stretches of the byte range, only where together with the signature they are the whole file. */
function coveredBytes(pdf: Buffer): Covered | undefined {
  const text = pdf.toString('latin1')
  const range = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].at(-1)
  if (range === undefined) return undefined
  const [from = 0, length = 0, resume = 0, rest = 0] = range.slice(1).map(Number)
  const hole = text.slice(length, resume)
  if (from !== 0 || resume + rest !== pdf.length || !/^<[0-9a-f]+>$/.test(hole)) return undefined
  const bytes = Buffer.concat([pdf.subarray(0, length), pdf.subarray(resume)])
  return { bytes, signature: Buffer.from(hole.slice(1, -1), 'hex') }
}

interface Cms extends CmsParts {
  /** the certificates of `certificates`, read */
  readonly chain: readonly X509Certificate[]
  readonly messageDigest: Buffer
  readonly certificateHash: Buffer
}

function readCms(padded: Buffer): Cms | undefined {
  try {
    const length = 4 + padded.readUInt16BE(2)
    const cms = partsOf(padded.subarray(0, length))
    const expected = Buffer.concat([assembleCms(cms), Buffer.alloc(padded.length - length)])
    return expected.equals(padded) ? cms : undefined
  } catch {
    return undefined
  }
}

/** Follows the fixed places of ContentInfo → SignedData → SignerInfo. */
function partsOf(encoded: Buffer): Cms {
  const content = forge.asn1.fromDer(encoded.toString('latin1'))
  const signedData = child(child(content, 1), 0)
  const signer = child(child(signedData, 4), 0)
  const attributes = children(child(signer, 3))
  const value = (dotted: string) => {
    const found = attributes.find((attribute) => forge.asn1.derToOid(text(child(attribute, 0))) === dotted)
    if (found === undefined) throw new Error(`attribute ${dotted} is missing`)
    return child(child(found, 1), 0)
  }
  const certificateId = child(child(value(oid.signingCertificateV2), 0), 0)
  const certificates = children(child(signedData, 3)).map(derOf)
  return {
    certificates,
    chain: certificates.map((certificate) => new X509Certificate(certificate)),
    attributes,
    messageDigest: bytes(value(oid.messageDigest)),
    certificateHash: bytes(child(certificateId, 0)),
    signature: bytes(child(signer, 5)),
  }
}

function signatureHolds({ chain, attributes, certificateHash, signature }: Cms): boolean {
  const [signer] = chain
  if (signer === undefined) return false
  const hash = createHash('sha256').update(signer.raw).digest()
  const verifier = createVerify('sha256').update(attributesDer(attributes))
  return hash.equals(certificateHash) && verifier.verify(signer.publicKey, signature)
}

/** Each certificate is issued by the next one, and the last is a trusted root or issued by one. */
function isTrusted(chain: readonly X509Certificate[], trusted: readonly Buffer[]): boolean {
  const last = chain.at(-1)
  if (last === undefined) return false
  const linked = chain.slice(0, -1).every((certificate, index) => isIssuedBy(certificate, chain[index + 1]))
  const anchored = trusted.some(
    (root) => root.equals(last.raw) || isIssuedBy(last, new X509Certificate(root)),
  )
  return linked && anchored
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate | undefined): boolean {
  return (
    issuer !== undefined &&
    issuer.ca &&
    certificate.checkIssued(issuer) &&
    certificate.verify(issuer.publicKey)
  )
}

function children(value: forge.asn1.Asn1): forge.asn1.Asn1[] {
  if (typeof value.value === 'string') throw new Error('a structure was expected')
  return value.value
}

function child(value: forge.asn1.Asn1, index: number): forge.asn1.Asn1 {
  const found = children(value)[index]
  if (found === undefined) throw new Error('a member is missing')
  return found
}

function text(value: forge.asn1.Asn1): string {
  if (typeof value.value !== 'string') throw new Error('a plain value was expected')
  return value.value
}

function bytes(value: forge.asn1.Asn1): Buffer {
  return Buffer.from(text(value), 'latin1')
}
