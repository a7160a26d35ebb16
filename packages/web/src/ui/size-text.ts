/**
 * The size of a file as people read it.
 */

/** 1.2 MB, 340 KB. */
export function sizeText(bytes: number): string {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`
}
