import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogueContent } from '../../../../server/src/catalogue/catalogue-content.ts'
import { factsToAsk } from '../index.ts'

const { catalogue } = readCatalogueContent(join(import.meta.dirname, '../../../../../content/qingdao'))

function asked(id: string): readonly string[] {
  const service = catalogue.services.find((each) => each.id === id)
  if (service === undefined) throw new Error(`the catalogue has no ${id}`)
  return factsToAsk(catalogue, service).map((attribute) => attribute.id)
}

describe(factsToAsk, () => {
  it('asks nothing where every paper is asked for in every case', () => {
    expect(asked('M101')).toEqual([])
  })
  it('asks for the kind of building before it asks for a sunlight analysis', () => {
    expect(asked('M201')).toEqual(['build.type'])
  })
  it('asks for plain facts in place of what follows from them', () => {
    const ids = asked('M307')
    expect(ids).toContain('build.type')
    expect(ids).toContain('invest.kind')
    for (const derived of catalogue.derivedFacts) expect(ids).not.toContain(derived.gives)
  })
})
