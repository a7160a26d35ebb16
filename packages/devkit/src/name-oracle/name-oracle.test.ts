import { join } from 'node:path'
import { compileNameIndex, judgeName, nameCheckCommand, parseCompanyName } from '@guanjia/core/registration'
import { describe, expect, it } from 'vitest'
import { loadNameTables } from '../../../server/src/registration/index.ts'
import {
  disguised,
  type InventedName,
  inventMistakableName,
  inventName,
  nearName,
  seededDraw,
  spell,
} from '../name-generator.ts'
import { oracleRules } from './index.ts'
import { labelledPairs } from './labelled-pairs.ts'
import { readName } from './read-name.ts'

const tables = loadNameTables(join(import.meta.dirname, '../../../../content/qingdao/names'))
const seed = Number(process.env['SEED'] ?? 20260301)

/** Names around invented ones, so that most pairs nearly meet. */
function families(count: number, size: number): InventedName[][] {
  const draw = seededDraw(seed)
  return Array.from({ length: count }, (_, family) => {
    const head = family % 2 === 0 ? inventMistakableName(draw) : inventName(draw)
    return [head, ...Array.from({ length: size - 1 }, () => nearName(draw, head))]
  })
}

function rulesOfIndex(wanted: string, existing: string): string[] {
  const index = compileNameIndex(tables, [{ name: existing }])
  return index.conflicts(parseCompanyName(tables, wanted)).map(({ rule }) => rule)
}

describe(oracleRules, () => {
  it('has more than 200 labelled pairs', () => {
    expect(labelledPairs.length).toBeGreaterThan(200)
  })

  it.each(labelledPairs)(
    '$wanted | $existing: oracle and index find $rules',
    ({ wanted, existing, rules }) => {
      expect(oracleRules(wanted, existing)).toEqual(rules)
      expect(rulesOfIndex(wanted, existing)).toEqual(rules)
    },
  )
})

describe(readName, () => {
  it('reads the same parts as the parser of core', () => {
    const draw = seededDraw(seed + 1)
    for (const name of families(60, 20).flat()) {
      const text = disguised(draw, name)
      const { region, trade, industry, form } = parseCompanyName(tables, text)
      const read = readName(text)
      expect({ text, region, trade, industry, form }).toEqual({
        text,
        region: read.region || null,
        trade: read.trade.join('') || null,
        industry: read.industry || null,
        form: read.form || null,
      })
    }
  })
})

describe(compileNameIndex, () => {
  it(`agrees with the oracle on every pair of near names (seed ${seed})`, { timeout: 300_000 }, () => {
    const slow = process.env['SLOW'] === '1'
    const draw = seededDraw(seed + 2)
    const counts: Record<string, number> = {}
    let pairs = 0
    for (const family of families(slow ? 60 : 14, 40)) {
      const texts = family.map((name) => disguised(draw, name))
      const index = compileNameIndex(
        tables,
        texts.map((name) => ({ name })),
      )
      for (const wanted of texts) {
        const expected = texts.flatMap((existing) =>
          oracleRules(wanted, existing).map((rule) => `${rule} ${readName(existing).text}`),
        )
        const found = index
          .conflicts(parseCompanyName(tables, wanted))
          .map(({ rule, existing }) => `${rule} ${existing}`)
        expect({ wanted, found: found.toSorted() }).toEqual({ wanted, found: expected.toSorted() })
        pairs += texts.length
        for (const each of expected) counts[each.slice(0, 2)] = (counts[each.slice(0, 2)] ?? 0) + 1
      }
    }
    expect(pairs).toBeGreaterThanOrEqual(slow ? 90_000 : 20_000)
    for (const rule of ['S1', 'S2', 'S3', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'C1'])
      expect([rule, counts[rule] ?? 0]).toEqual([rule, expect.toSatisfy((count: number) => count >= 10)])
  })

  it('agrees with the oracle among names that have nothing to do with each other', () => {
    const texts = families(120, 3)
      .flat()
      .map((name) => spell(name))
    const index = compileNameIndex(
      tables,
      texts.map((name) => ({ name })),
    )
    for (const wanted of texts.slice(0, 120)) {
      const expected = texts.flatMap((existing) =>
        oracleRules(wanted, existing).map((rule) => `${rule} ${readName(existing).text}`),
      )
      const found = index
        .conflicts(parseCompanyName(tables, wanted))
        .map(({ rule, existing }) => `${rule} ${existing}`)
      expect({ wanted, found: found.toSorted() }).toEqual({ wanted, found: expected.toSorted() })
    }
  })
})

describe(nameCheckCommand, () => {
  const severity = ['available', 'similar', 'same', 'refused']
  const some = families(40, 6)

  it('gives no other verdict when an unrelated name joins the register', () => {
    for (const [head, ...near] of some) {
      const wanted = spell(head ?? { region: '', trade: '', industry: '', form: '' })
      const register = near.map((name) => spell(name))
      const unrelated = '青岛鑢齉电子有限公司'
      expect(oracleRules(wanted, unrelated)).toEqual([])
      expect(nameCheckCommand(tables, wanted, [...register, unrelated])).toEqual(
        nameCheckCommand(tables, wanted, register),
      )
    }
  })

  it('gives no other verdict for another spelling of the same name', () => {
    const draw = seededDraw(seed + 3)
    for (const [head, ...near] of some) {
      const wanted = head ?? { region: '', trade: '', industry: '', form: '' }
      const register = near.map((name) => spell(name))
      const check = nameCheckCommand(tables, spell(wanted), register)
      for (let times = 0; times < 6; times++) {
        const text = disguised(draw, wanted)
        const other = nameCheckCommand(tables, text, register)
        expect({ text, verdict: other.verdict }).toEqual({ text, verdict: check.verdict })
      }
    }
  })

  it('gives the same for another order of the parts', () => {
    for (const [head] of some) {
      if (!head || head.region === '') continue
      const { verdict, findings } = nameCheckCommand(tables, spell(head, 'behind-trade'), [spell(head)])
      expect([spell(head), verdict === 'refused' || findings[0]?.rule.startsWith('S')]).toEqual([
        spell(head),
        true,
      ])
    }
  })

  it('finds S1 to N6 in both directions', () => {
    const symmetric = (a: string, b: string) => oracleRules(a, b).filter((rule) => rule !== 'C10')
    for (const family of some.slice(0, 12)) {
      const texts = family.map((name) => spell(name))
      for (const a of texts)
        for (const b of texts) {
          expect(symmetric(a, b)).toEqual(symmetric(b, a))
          expect(rulesOfIndex(a, b).filter((rule) => rule !== 'C10')).toEqual(
            rulesOfIndex(b, a).filter((rule) => rule !== 'C10'),
          )
        }
    }
  })

  it('never becomes milder when a name joins the register', () => {
    for (const [head, ...near] of some) {
      const wanted = spell(head ?? { region: '', trade: '', industry: '', form: '' })
      const index = compileNameIndex(tables)
      let before = 0
      for (const name of near) {
        index.add({ name: spell(name) })
        const now = severity.indexOf(judgeName(tables, index, wanted).verdict)
        expect(now).toBeGreaterThanOrEqual(before)
        before = now
      }
    }
  })
})
