/**
 * What a form brought: fields, and pictures, kept in memory and nowhere else.
 */

import type { IncomingMessage } from 'node:http'

/** A form. */
export interface Form {
  /** a field, trimmed; empty where it is not there */
  readonly text: (name: string) => string
  readonly files: (name: string) => Promise<readonly Buffer[]>
}

/** The body of a request; undefined where it is longer than it may be. */
export async function readBody(
  request: IncomingMessage,
  most: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    // the rest is read and thrown away, so that the answer can be heard
    if (length <= most) parts.push(part)
  }
  if (length > most) return undefined
  const whole = Buffer.alloc(length)
  let at = 0
  for (const part of parts) {
    at += part.copy(whole, at)
    part.fill(0)
  }
  return whole
}

/** Reads a form in either encoding; undefined where it is none. */
export async function readForm(type: string, body: Buffer<ArrayBuffer>): Promise<Form | undefined> {
  try {
    const fields = await new Response(body, { headers: { 'content-type': type } }).formData()
    return {
      text: (name) => {
        const value = fields.get(name)
        return typeof value === 'string' ? value.trim() : ''
      },
      files: async (name) => {
        const given = fields.getAll(name).filter((value) => typeof value !== 'string' && value.size > 0)
        return await Promise.all(
          given.map(async (file) => Buffer.from(await new Response(file).arrayBuffer())),
        )
      },
    }
  } catch {
    return undefined
  }
}
