/**
 * Papers as people hand them in, for tests: small files of each format, uploaded in parts into a library and attached.
 */

import type { Browser } from '../test-app/index.ts'

export { pagePdf } from './page-pdf.ts'

/** A file to hand in. */
export interface TestFile {
  readonly name: string
  readonly bytes: Buffer
}

/** A PDF as far as its content is looked at; other words make another file. */
export function aPdf(words: string, name = '章程.pdf'): TestFile {
  return { name, bytes: Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj\n<<>>\nendobj\n%%EOF\n`) }
}

async function ok<T>(sent: ReturnType<Browser['post']>): Promise<T> {
  const { status, text, json } = await sent
  if (status >= 300) throw new Error(`${status} ${text}`)
  return json() as T
}

/** Puts a file into the library of whoever is signed in; the id of the document. */
export async function keepDocument(
  person: Browser,
  { name, bytes }: TestFile,
  type = 'registration-own-articles',
): Promise<string> {
  const upload = await ok<{ id: string; partBytes: number }>(
    person.post('/api/evidence/uploads', { name, size: bytes.length }),
  )
  for (let offset = 0; offset < bytes.length; offset += upload.partBytes) {
    const part = bytes.subarray(offset, offset + upload.partBytes).toString('base64')
    await ok(person.post(`/api/evidence/uploads/${upload.id}/parts`, { offset, bytes: part }))
  }
  const kept = { upload: upload.id, type, title: name }
  return (await ok<{ id: string }>(person.post('/api/evidence', kept))).id
}

/** A paper for an application. */
export interface HandingIn {
  readonly id: string
  readonly paper: string
}

/** Hands a file in with an application. */
export async function handIn(
  owner: Browser,
  { id, paper }: HandingIn,
  file: TestFile = aPdf('一份材料'),
): Promise<void> {
  const document = await keepDocument(owner, file, `registration-${paper}`)
  await ok(owner.post(`/api/registration/applications/${id}/papers`, { paper, document }))
}

/** A registrar opens every file of a case, as the review page does. */
export async function openPapers(registrar: Browser, id: string): Promise<void> {
  const path = `/api/registration/queue/${id}`
  const { application } = await ok<{ application: { papers: { files: { digest: string }[] }[] } }>(
    registrar.get(path),
  )
  for (const { digest } of application.papers.flatMap(({ files }) => files))
    await ok(registrar.post(`${path}/files/${digest}/reading`))
}
