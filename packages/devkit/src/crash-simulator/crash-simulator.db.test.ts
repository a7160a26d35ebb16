import { describe, expect, it } from 'vitest'
import { simulateCrashes } from './index.ts'

const seed = Number(process.env['CRASH_SEED'] ?? 20_230_201)

describe('a house that dies between any two statements', () => {
  it('keeps cases, projects and commitments whole, and goes on where it was', async () => {
    const report = await simulateCrashes({ seed })
    expect({ seed, broken: report.broken }).toEqual({ seed, broken: [] })
    expect(report.deaths).toBeGreaterThan(3)
  }, 240_000)

  it('is caught where it commits half of what it does', async () => {
    const { broken } = await simulateCrashes({ seed, torn: true })
    expect(broken.length).toBeGreaterThan(0)
  }, 240_000)
})
