import { join } from 'node:path'
import { joinCatalogue } from '@guanjia/core/catalogue'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { catalogueSetting, readCatalogue, readCatalogueContent } from './catalogue-content.ts'
import { catalogueFiles } from './catalogue-files.ts'

const zone = join(import.meta.dirname, '../../../../content/qingdao')

describe(catalogueFiles, () => {
  it('writes files that read back as the same version', () => {
    const { catalogue, content } = readCatalogueContent(zone)
    const files = catalogueFiles(content).map(({ place, text }) => ({ place, value: parse(text) as unknown }))
    expect(files.map(({ place }) => place)).toContain('services/stage-3.yaml')
    const again = readCatalogue(joinCatalogue(files).content, catalogueSetting(zone))
    expect(again.version).toBe(catalogue.version)
  })
})
