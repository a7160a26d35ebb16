/**
 * Files handed in: each known by the digest of its content, so that what was signed, what an officer has read and what is
 * archived is one and the same file.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { PaperFormat, PaperRule, PaperRules } from './paper-rules.ts'

/** A file of a paper. */
export interface AttachedPaper {
  /** key of the paper it belongs to */
  readonly paper: string
  /** SHA-256 of the content, hexadecimal */
  readonly digest: string
  readonly format: PaperFormat
  /** size in bytes */
  readonly bytes: number
  /** name of the file as it was uploaded */
  readonly name: string
  /** ISO instant */
  readonly attachedAt: string
}

/** A file that was kept, whatever for. */
export type KeptFile = Omit<AttachedPaper, 'paper'>

/** A file as it lies in a library, before its format is known to be one that is taken. */
export type OfferedFile = Omit<KeptFile, 'format'> & { readonly format: string }

/** A file offered for a paper. */
export type OfferedPaper = OfferedFile & Pick<AttachedPaper, 'paper'>

/** Why a file is not taken for anything. */
export type FileRefusal = 'paper-format-not-taken' | 'paper-too-large'

/** Why a file is not taken for a paper. */
export type AttachingRefusal = FileRefusal | 'paper-not-asked' | 'paper-files-too-many'

const megabyte = 1024 * 1024

function isTaken({ formats }: PaperRules, format: string): format is PaperFormat {
  return formats.some((taken) => taken === format)
}

/** The file, where its format and size are those of the zone; refuses with the format, or the megabytes allowed. */
export function takenFile<Offered extends OfferedFile>(
  rules: PaperRules,
  offered: Offered,
): Result<Offered & { readonly format: PaperFormat }, FileRefusal> {
  const { format, bytes } = offered
  if (!isTaken(rules, format)) return refuse('paper-format-not-taken', { format })
  const { value: largest } = rules.largestMegabytes
  if (bytes > largest * megabyte) return refuse('paper-too-large', { megabytes: largest })
  return accept({ ...offered, format })
}

/**
 * Adds a file to those given; the same content a second time changes nothing.
 *
 * Refuses a paper that the answers do not ask for, another format than those of the zone, and what is too large or too many.
 */
export function attachPaper(
  { rules, asked }: { readonly rules: PaperRules; readonly asked: readonly PaperRule[] },
  attached: readonly AttachedPaper[],
  offered: OfferedPaper,
): Result<readonly AttachedPaper[], AttachingRefusal> {
  const { paper, digest } = offered
  if (!asked.some(({ id }) => id === paper)) return refuse('paper-not-asked', { paper })
  const file = takenFile(rules, offered)
  if (!file.ok) return file
  const same = attached.filter((one) => one.paper === paper)
  if (same.some((one) => one.digest === digest)) return accept(attached)
  const { value: most } = rules.mostFiles
  if (same.length >= most) return refuse('paper-files-too-many', { most })
  return accept([...attached, file.value])
}

/** Takes a file of a paper away; what is not there is not missed. */
export function detachPaper(
  attached: readonly AttachedPaper[],
  { paper, digest }: Pick<AttachedPaper, 'paper' | 'digest'>,
): readonly AttachedPaper[] {
  return attached.filter((one) => one.paper !== paper || one.digest !== digest)
}

/** Files that nobody among the readings has opened; the same content under two papers is read once. */
export function unreadPapers(
  attached: readonly Pick<AttachedPaper, 'digest'>[],
  opened: ReadonlySet<string>,
): readonly string[] {
  return [...new Set(attached.map(({ digest }) => digest))].filter((digest) => !opened.has(digest))
}
