/**
 * The port through which documents are sealed, and its development driver: an RSA key with a certificate from a
 * certificate authority that exists for one moment, at the first start. Nobody else trusts it, and its name says so.
 */

import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { join } from 'node:path'
import forge from 'node-forge'
import { readOrCreateSecret } from './key-file.ts'

/** Signs documents in the name of the authority; the private key stays behind it. */
export interface DocumentSeal {
  /** the signer's certificate first, then those above it, DER */
  readonly certificates: readonly Buffer[]
  /** RSASSA-PKCS1-v1_5 over SHA-256 of the message */
  readonly sign: (message: Buffer) => Promise<Buffer>
}

const yearsValid = 10

/**
 * Opens the seal kept in the folder, and makes it where there is none.
 *
 * @param at - begin of validity of a new certificate
 */
export function openDevelopmentSeal(folder: string, at: Date): DocumentSeal {
  const bundle = readOrCreateSecret(join(folder, 'document-1.pem'), () => newBundle(at))
  const [key = '', ...certificates] = bundle.match(/-----BEGIN [\s\S]+?-----END [^-]+-----\n?/g) ?? []
  const privateKey = createPrivateKey(key)
  return {
    certificates: certificates.map(derOf),
    sign: async (message) => sign('sha256', message, privateKey),
  }
}

function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
}

function newBundle(at: Date): string {
  const authority = newKeyPair()
  const signer = newKeyPair()
  const authorityName = nameOf('管家开发根证书（不具法律效力）')
  const root = issue({
    at,
    subject: authorityName,
    issuer: authorityName,
    publicKey: authority.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      { name: 'subjectKeyIdentifier' },
    ],
  })
  const leaf = issue({
    at,
    subject: nameOf('管家开发文书签章（不具法律效力）'),
    issuer: authorityName,
    publicKey: signer.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
      { name: 'subjectKeyIdentifier' },
      { name: 'authorityKeyIdentifier', keyIdentifier: root.generateSubjectKeyIdentifier().getBytes() },
    ],
  })
  return [signer.pem, forge.pki.certificateToPem(leaf), forge.pki.certificateToPem(root)].join('')
}

interface Issue {
  readonly at: Date
  readonly subject: forge.pki.CertificateField[]
  readonly issuer: forge.pki.CertificateField[]
  readonly publicKey: forge.pki.PublicKey
  readonly signingKey: forge.pki.rsa.PrivateKey
  readonly extensions: object[]
}

function issue(order: Issue): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = order.publicKey
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`
  certificate.validity.notBefore = order.at
  certificate.validity.notAfter = new Date(order.at.getTime())
  certificate.validity.notAfter.setUTCFullYear(order.at.getUTCFullYear() + yearsValid)
  certificate.setSubject(order.subject)
  certificate.setIssuer(order.issuer)
  certificate.setExtensions(order.extensions)
  certificate.sign(order.signingKey, forge.md.sha256.create())
  return certificate
}

function nameOf(commonName: string): forge.pki.CertificateField[] {
  const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class
  return [
    { name: 'countryName', value: 'CN' },
    { name: 'commonName', value: commonName, valueTagClass: utf8 },
  ]
}

interface KeyPair {
  readonly pem: string
  readonly privateKey: forge.pki.rsa.PrivateKey
  readonly publicKey: forge.pki.PublicKey
}

function newKeyPair(): KeyPair {
  const made = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = made.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const publicPem = made.publicKey.export({ format: 'pem', type: 'spki' }).toString()
  return {
    pem,
    privateKey: forge.pki.privateKeyFromPem(pem),
    publicKey: forge.pki.publicKeyFromPem(publicPem),
  }
}
