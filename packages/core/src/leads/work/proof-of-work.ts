/**
 * What a request costs instead of an address: so much calculating. Whoever floods pays for each drop; nobody is shut out
 * and nothing about the sender is kept.
 */

import { asciiBytes, type Bytes, type WebCrypto } from '../envelope/web-crypto.ts'

/** A task: find a number with which the hash of both begins with so many zero bits. */
export interface WorkTask {
  readonly stamp: string
  readonly bits: number
}

/** Whether a number solves a task. */
export async function solvesWork(
  crypto: WebCrypto,
  { stamp, bits }: WorkTask,
  number: number,
): Promise<boolean> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', asciiBytes(`${stamp}/${number}`)))
  return leadingZeros(hash) >= bits
}

/** The first number that solves a task; about two to the power of its bits are tried. */
export async function solveWork(crypto: WebCrypto, task: WorkTask): Promise<number> {
  const together = 256
  for (let first = 0; ; first += together) {
    const numbers = Array.from({ length: together }, (_, at) => first + at)
    const solved = await Promise.all(numbers.map((number) => solvesWork(crypto, task, number)))
    const at = solved.indexOf(true)
    if (at >= 0) return first + at
  }
}

function leadingZeros(hash: Bytes): number {
  const at = hash.findIndex((byte) => byte !== 0)
  return at < 0 ? hash.length * 8 : at * 8 + Math.clz32(hash[at] ?? 0) - 24
}
