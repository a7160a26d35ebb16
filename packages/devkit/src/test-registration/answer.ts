/**
 * Answers of the house, read by a test that goes on only where they are good.
 */

/** The body of a good answer; a refusal is thrown with its text. */
export async function ok<T>(
  answer: Promise<{ status: number; text: string; json: () => unknown }>,
): Promise<T> {
  const { status, text, json } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return json() as T
}
