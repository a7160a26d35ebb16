import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Chunk, chunkReach } from './page-chunks.ts'

const staffSource = 'src/portals/officer/officer-routes.tsx'
const built = join(import.meta.dirname, '../../packages/web/dist/client/chunks.json')

function chunk(file: string, rest: Partial<Chunk> = {}): Chunk {
  return { file, source: null, isEntry: false, imports: [], dynamicImports: [], packages: [], ...rest }
}

const entry = chunk('entry.js', {
  isEntry: true,
  imports: ['react.js'],
  dynamicImports: ['public.js', 'staff.js'],
  packages: ['wouter'],
})
const staff = chunk('staff.js', { source: staffSource, imports: ['react.js'], dynamicImports: ['review.js'] })
const review = chunk('review.js', { imports: ['kit.js'] })
const kit = chunk('kit.js', { packages: ['antd', '@rc-component/table'] })
const others = [chunk('react.js', { packages: ['react'] }), staff, review, kit]

describe('the chunks of the pages', () => {
  it('are the first page, the frame of the workbench, and each page of staff with its kit', () => {
    expect(chunkReach([entry, chunk('public.js'), ...others], staffSource)).toEqual({
      first: ['entry.js', 'react.js'],
      staff: ['staff.js', 'react.js', 'entry.js'],
      staffPages: [
        ['staff.js', 'react.js', 'entry.js'],
        ['review.js', 'kit.js', 'entry.js', 'react.js', 'staff.js'],
      ],
    })
  })

  it('are refused where the kit of staff is reached from a page of the public, however far', () => {
    const leaking = chunk('public.js', { dynamicImports: ['map.js'] })
    const far = chunk('map.js', { imports: ['kit.js'] })
    expect(() => chunkReach([entry, leaking, far, ...others], staffSource)).toThrow('leaked into kit.js')
  })

  it.runIf(existsSync(built))('keep the kit of staff out of the public pages as they were built', () => {
    const chunks = JSON.parse(readFileSync(built, 'utf8')) as Chunk[]
    const reach = chunkReach(chunks, staffSource)
    const heavy = chunks.filter(({ packages }) => packages.includes('antd')).map(({ file }) => file)
    expect(heavy.length).toBeGreaterThan(0)
    expect(reach.first.filter((file) => heavy.includes(file))).toEqual([])
    expect(reach.staff.filter((file) => heavy.includes(file))).toEqual([])
  })
})
