/**
 * Log-in of applicants through an OpenID service: authorization code with PKCE, state and nonce.
 *
 * What must be remembered between the two halves travels in one short-lived cookie of this origin.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { RealName } from './person-store.ts'

/** How to reach the identity service. */
export interface IdentityServiceAddress {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** what each `acr` of the service means here; a log-in with any other is refused */
  readonly assurance: Readonly<Record<string, ApplicantAssurance>>
}

/** What must be remembered until the browser comes back. */
export interface PendingLogIn {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  /** page of this site to return to */
  readonly to: string
}

export type IdentityRefusal =
  | 'identity-service-unreachable'
  | 'log-in-failed'
  | 'real-name-missing'
  | 'assurance-unknown'

/** How an applicant may have proved who they are. */
export type ApplicantAssurance = 'face' | 'sms'

/** A person and how sure the service is of them. */
export interface Identified extends RealName {
  readonly assurance: ApplicantAssurance
}

/** The two halves of a log-in. */
export interface IdentityService {
  start(to: string): Promise<Result<{ url: string; pending: PendingLogIn }, IdentityRefusal>>
  finish(callback: URL, pending: PendingLogIn): Promise<Result<Identified, IdentityRefusal>>
}

/** A client of the service; discovery happens at the first log-in and again after a failure. */
export function openIdentityService(address: IdentityServiceAddress): IdentityService {
  let discovered: Promise<Configuration> | undefined
  const configuration = async (): Promise<Configuration | undefined> => {
    discovered ??= discover(address)
    try {
      return await discovered
    } catch {
      discovered = undefined
      return undefined
    }
  }
  return {
    async start(to) {
      const config = await configuration()
      if (config === undefined) return refuse('identity-service-unreachable')
      const pending = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce(), to }
      const url = buildAuthorizationUrl(config, {
        redirect_uri: address.redirectUri,
        scope: 'openid real_name',
        code_challenge: await calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
        acr_values: Object.keys(address.assurance).join(' '),
      })
      return accept({ url: url.href, pending })
    },
    async finish(callback, pending) {
      const config = await configuration()
      if (config === undefined) return refuse('identity-service-unreachable')
      try {
        const tokens = await authorizationCodeGrant(config, callback, {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
        })
        return identifiedBy(tokens.claims() ?? {}, address.assurance)
      } catch {
        return refuse('log-in-failed')
      }
    },
  }
}

function discover(address: IdentityServiceAddress): Promise<Configuration> {
  const issuer = new URL(address.issuer)
  const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : []
  return discovery(issuer, address.clientId, address.clientSecret, undefined, { execute })
}

type Claims = Readonly<Record<string, unknown>>

function identifiedBy(
  claims: Claims,
  meanings: IdentityServiceAddress['assurance'],
): Result<Identified, IdentityRefusal> {
  const [issuer, subject, name, identityNumber] = ['iss', 'sub', 'name', 'id_number'].map((claim) =>
    textOf(claims, claim),
  )
  if (!issuer || !subject || !name || !identityNumber) return refuse('real-name-missing')
  const acr = textOf(claims, 'acr')
  const assurance = acr !== undefined && Object.hasOwn(meanings, acr) ? meanings[acr] : undefined
  if (assurance === undefined) return refuse('assurance-unknown')
  return accept({ issuer, subject, name, identityNumber, phone: textOf(claims, 'phone_number'), assurance })
}

function textOf(claims: Claims, name: string): string | undefined {
  const value = claims[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
