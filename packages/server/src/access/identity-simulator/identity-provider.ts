/**
 * A simulator of the national identity service: a real OpenID provider (authorization code with PKCE, signed id
 * tokens) whose log-in page offers the demonstration people instead of a face scan. It is started in a demonstration
 * only; a real zone points `GUANJIA_IDENTITY_ISSUER` at its own service and changes nothing else.
 */

import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { type Configuration, errors } from 'oidc-provider'
import { logInPage } from './log-in-page.ts'
import type { SimulatedPerson } from './simulated-person.ts'

/** How one may sign in here, in the service's own words. */
const acrValues = ['face', 'sms'] as const

export interface SimulatorOptions {
  /** where the provider is reached, ending in `/identity` */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly people: readonly SimulatedPerson[]
}

/** Answers the requests under the issuer's path. */
export type SimulatorListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Builds the provider and its log-in page. */
export function simulateIdentityService(options: SimulatorOptions): SimulatorListener {
  const provider = new Provider(options.issuer, configuration(options))
  provider.proxy = true
  const answer = provider.callback()
  const mount = new URL(options.issuer).pathname
  return async (request, response) => {
    const path = (request.url ?? '').slice(mount.length) || '/'
    const uid = /^\/log-in\/([\w-]+)/.exec(path)?.[1]
    if (uid !== undefined) return interact(provider, options.people, { request, response })
    Object.assign(request, { originalUrl: request.url, url: path })
    await answer(request, response)
  }
}

function configuration(options: SimulatorOptions): Configuration {
  const people = new Map(options.people.map((person) => [person.subject, person]))
  return {
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: { acr: null, openid: ['sub'], real_name: ['name', 'id_number', 'phone_number'] },
    acrValues: [...acrValues],
    scopes: ['openid', 'real_name'],
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `${options.issuer}/log-in/${interaction.uid}` },
    ttl: {
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 300,
      IdToken: 300,
      AuthorizationCode: 60,
    },
    findAccount: (_context, subject) => {
      const person = people.get(subject)
      if (person === undefined) return undefined
      const { name, identityNumber, phone } = person
      const claims = { sub: subject, name, id_number: identityNumber, phone_number: phone }
      return { accountId: subject, claims: () => claims }
    },
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid real_name')
      await grant.save()
      return grant
    },
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function interact(provider: Provider, people: readonly SimulatedPerson[], exchange: Exchange) {
  const { request, response } = exchange
  try {
    const { searchParams } = new URL(request.url ?? '/', 'http://simulator')
    const chosen = searchParams.get('person')
    const acr = searchParams.get('acr') === 'sms' ? 'sms' : 'face'
    const { uid } = await provider.interactionDetails(request, response)
    if (people.some(({ subject }) => subject === chosen) && chosen !== null) {
      const login = { accountId: chosen, acr, remember: false }
      await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
      return
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(logInPage(people, uid))
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('这次登录已过期，请回到网站重新登录。您填写的内容没有丢失。')
  }
}
