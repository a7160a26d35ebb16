/**
 * What every answer tells the browser to refuse, and which senders of changes are trusted.
 */

import type { FastifyReply, FastifyRequest } from 'fastify'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The policy of one page whose scripts write style elements that carry this nonce; everything else stays as strict. */
export function policyWithStyles(nonce: string): string {
  return policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
}

const off = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

/** Every permission off, save one that a page is there for; its browser still asks its reader. */
export function permissionsOff(save?: string): string {
  return off.map((feature) => `${feature}=(${feature === save ? 'self' : ''})`).join(', ')
}

/** The headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissionsOff(),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** For a file that our own pages show in a frame, with the browser's viewer: nobody else may, and it may run nothing. */
export const shownInPages: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; object-src 'self'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
}

/** Puts the headers on an answer; where the house is reached over TLS, the browser is told to stay there. */
export function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply, overTls: boolean): void {
  reply.headers(securityHeaders)
  if (overTls) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store')
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Whether a request asks for a change. */
export function isChange(request: FastifyRequest): boolean {
  return unsafe.has(request.method)
}

/**
 * Whether a change comes from our own pages, or from a program that is no browser: browsers always name the origin.
 *
 * @param publicOrigin - origin under which the house is reached from outside
 */
export function isTrustedOrigin(request: FastifyRequest, publicOrigin: string): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
  return origin === publicOrigin || origin === `${request.protocol}://${host}`
}
