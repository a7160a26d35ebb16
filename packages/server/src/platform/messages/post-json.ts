/**
 * Asks a foreign service by JSON over HTTPS. The key makes a repeated request the same one.
 */

/** A service and how it knows us. */
export interface ServiceAddress {
  /** in words, for the sentence that says it failed */
  readonly name: string
  readonly url: string
  readonly token: string
}

const patienceMilliseconds = 10_000

/** What the service answered; throws, so that the job tries again, where it answered anything but success. */
export async function postJson(
  { name, url, token }: ServiceAddress,
  body: object,
  key: string,
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMilliseconds),
  })
  if (!response.ok) throw new Error(`${name} answered ${response.status}`)
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return isJson ? await response.json() : undefined
}
