/**
 * Reads single settings from the environment and gathers what is wrong with them.
 */

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads settings by name. */
export type Reader = ReturnType<typeof readerOf>

/** Reads single settings and gathers what is wrong with them; a value of a secret is never repeated. */
export function readerOf(env: Environment, faults: string[]) {
  const text = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])
  const url = (name: string, protocols: readonly string[]): string | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
    faults.push(`${name} is not an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`)
    return undefined
  }
  return {
    text,
    url,
    number: (name: string, fallback: number, most: number): number => {
      const value = text(name)
      if (value === undefined) return fallback
      if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value)
      faults.push(`${name} is "${value}": it must be a whole number from 0 to ${most}.`)
      return fallback
    },
    /** seconds, of which there may be fewer than none */
    shift: (name: string): number => {
      const value = text(name)
      if (value === undefined) return 0
      if (/^-?\d{1,10}$/.test(value)) return Number(value)
      faults.push(`${name} is "${value}": it must be a whole number of seconds, as in 3600 or -3600.`)
      return 0
    },
    flag: (name: string): boolean => {
      const value = text(name)
      if (value === undefined || ['0', 'false', 'no'].includes(value)) return false
      if (['1', 'true', 'yes'].includes(value)) return true
      faults.push(`${name} is "${value}": it must be true or false.`)
      return false
    },
    pairs: <Value extends string>(name: string, { accepts, meaning }: PairValue<Value>) => {
      const value = text(name)
      const pairs = value === undefined ? {} : readPairs(value, accepts)
      if (pairs === undefined) faults.push(`${name} is "${value}": it must be a list of word=${meaning}.`)
      return pairs ?? {}
    },
    choice: (name: string, among: readonly [string, ...string[]]): string => {
      const value = text(name) ?? among[0]
      if (among.includes(value)) return value
      faults.push(`${name} is "${value}": it must be one of ${among.join(', ')}.`)
      return among[0]
    },
    origin: (name: string): string | undefined => {
      const value = url(name, ['https:', 'http:'])
      if (value === undefined || new URL(value).origin === value) return value
      faults.push(`${name} is "${value}": it must be an origin, without path and without a slash at the end.`)
      return undefined
    },
  }
}

/** What may stand behind the sign of equality. */
export interface PairValue<Value extends string> {
  readonly accepts: (text: string) => text is Value
  /** in words */
  readonly meaning: string
}

/** `word=value word=value`; a word may hold signs of equality itself. Undefined where one pair cannot be read. */
function readPairs<Value extends string>(
  text: string,
  accepts: (value: string) => value is Value,
): Readonly<Record<string, Value>> | undefined {
  const pairs = new Map<string, Value>()
  for (const pair of text.trim().split(/\s+/)) {
    const signs = [...pair.matchAll(/=/g)].map(({ index }) => index).filter((at) => at > 0)
    const at = signs.find((sign) => accepts(pair.slice(sign + 1)))
    const value = at === undefined ? '' : pair.slice(at + 1)
    if (!accepts(value)) return undefined
    pairs.set(pair.slice(0, at), value)
  }
  return Object.fromEntries(pairs)
}
