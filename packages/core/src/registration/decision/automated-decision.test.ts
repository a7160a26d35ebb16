import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { LimitedCompany } from '../application/company-application.ts'
import { postFaults } from '../application/posts.ts'
import { replayDecision, runAutomatedDecision } from './automated-decision.ts'
import { decisionChecks } from './decision-checks.ts'
import type { DecisionFacts } from './decision-facts.ts'
import { checkIds, type DecisionRules } from './decision-rules.ts'
import { readDecisionRules } from './read-decision-rules.ts'

const content = new URL('../../../../../content/qingdao/registration/decision-checks.yaml', import.meta.url)
const written = parse(readFileSync(content, 'utf8')) as DecisionRules

function ready(of: DecisionRules) {
  const read = readDecisionRules(of)
  if (!read.ok) throw new Error(JSON.stringify(read.because))
  return read.value
}

const rules = ready(written)

const application: LimitedCompany = {
  kind: 'LLC',
  name: { use: 'name', text: '恒生优能（山东）信息技术有限公司', pledged: true },
  seat: { code: 'zhongou-1-3-12-2' },
  scope: { entryIds: ['i65-01'] },
  parties: [
    { kind: 'person', id: 'p1', name: '林海宁', identityNumber: '370214198804120016', phone: '13900000001' },
    { kind: 'person', id: 'p2', name: '周文澜', identityNumber: '370203199109170025', phone: '13900000002' },
  ],
  capital: { amount: '1000000', paidInBy: '2031-04-01' },
  shareholders: [
    { partyId: 'p1', percent: '66.6667', form: 'money' },
    { partyId: 'p2', percent: '33.3333', form: 'money' },
  ],
  posts: {
    directors: ['p1'],
    manager: 'p1',
    supervision: { kind: 'supervisors', ids: ['p2'] },
    legalRepresentative: 'p1',
    finance: 'p1',
    liaison: 'p2',
  },
  articles: { model: true, term: { years: null } },
}

const identity = { verified: true, matchesRegister: true, fullCapacity: true, bars: [] }
const signature = { valid: true, documentsDigest: 'd1', signedAt: '2026-04-01T02:00:00.000Z' }

function facts(changed: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    at: '2026-04-01T03:00:00.000Z',
    today: '2026-04-01',
    application,
    identities: [
      { personId: 'p1', ...identity },
      { personId: 'p2', ...identity },
    ],
    companies: [],
    name: {
      verdict: 'available',
      findings: [],
      reservedUntil: '2026-06-01T00:00:00.000Z',
      divisions: ['I65'],
    },
    seat: { known: true, state: 'reserved', mine: true, refuses: ['H62'] },
    scope: { unknown: [], needsPriorPermit: false, sensitive: false, divisions: ['I65'] },
    signatures: [
      { personId: 'p1', ...signature },
      { personId: 'p2', ...signature },
    ],
    papers: {
      generatedDigest: 'd1',
      requestedDigest: 'd1',
      pledgedAt: '2026-04-01T01:00:00.000Z',
      modelArticles: true,
    },
    risk: { mostByOnePerson: 0, byApplicant: 0, atSeatRoom: 0, impersonationComplaints: 0 },
    ...changed,
  }
}

function company(changed: Partial<LimitedCompany>): Partial<DecisionFacts> {
  return { application: { ...application, ...changed } }
}

const seat = facts().seat
const name = facts().name
const papers = facts().papers
const minor = '370211200905200040'
const finding = { rule: 'S1', article: '比对规则 3', existing: '青岛恒生优能信息技术有限公司' }

const cases: readonly (readonly [string, string, string, Partial<DecisionFacts>])[] = [
  ['Q1', 'wait', 'not-identified', { identities: [{ personId: 'p1', ...identity }] }],
  [
    'Q2',
    'reject',
    'person-not-in-register',
    {
      identities: [
        { personId: 'p1', ...identity, matchesRegister: false },
        { personId: 'p2', ...identity },
      ],
    },
  ],
  [
    'Q3',
    'human',
    'under-age',
    company({
      parties: application.parties.map((party) => ({
        ...party,
        identityNumber: party.id === 'p2' ? minor : '370214198804120016',
      })) as LimitedCompany['parties'],
    }),
  ],
  [
    'Q4',
    'reject',
    'barred',
    {
      identities: [
        { personId: 'p1', ...identity, bars: ['失信被执行人'] },
        { personId: 'p2', ...identity },
      ],
    },
  ],
  ['Q5', 'reject', 'name-same', { name: { ...name, verdict: 'same', findings: [finding] } }],
  ['Q5', 'human', 'name-similar', { name: { ...name, verdict: 'similar', findings: [finding] } }],
  ['Q5', 'reject', 'name-reservation-over', { name: { ...name, reservedUntil: '2026-04-01T03:00:00.000Z' } }],
  ['Q6', 'human', 'seat-not-booked', { seat: { ...seat, state: 'free', mine: false } }],
  ['Q6', 'human', 'seat-refuses-trade', { seat: { ...seat, refuses: ['I65'] } }],
  ['Q7', 'human', 'prior-permit', { scope: { ...facts().scope, needsPriorPermit: true } }],
  ['Q8', 'reject', 'trade-differs', { scope: { ...facts().scope, divisions: ['A01'] } }],
  ['Q8', 'human', 'trade-not-named', { name: { ...name, divisions: [] } }],
  ['Q9', 'reject', 'paid-in-too-late', company({ capital: { amount: '1000000', paidInBy: '2031-04-02' } })],
  ['Q9', 'reject', 'amount-zero', company({ capital: { amount: '0', paidInBy: '2031-04-01' } })],
  [
    'Q9',
    'reject',
    'shares-not-100',
    company({ shareholders: [{ partyId: 'p1', percent: '99.9999', form: 'money' }] }),
  ],
  [
    'Q9',
    'human',
    'not-in-money',
    company({ shareholders: [{ partyId: 'p1', percent: '100', form: 'goods' }] }),
  ],
  [
    'Q10',
    'human',
    'shareholder-elsewhere',
    {
      companies: [{ partyId: 'c1', register: 'agrees', province: '11', abnormal: false, kind: 'company' }],
    },
  ],
  [
    'Q15',
    'human',
    'investor-abnormal',
    { companies: [{ partyId: 'c1', register: 'agrees', province: '37', abnormal: true, kind: 'company' }] },
  ],
  [
    'Q15',
    'human',
    'not-known',
    { companies: [{ partyId: 'c1', register: 'unknown', province: '37', abnormal: null, kind: 'company' }] },
  ],
  ['Q6', 'reject', 'seat-of-another', { seat: { ...seat, state: 'used', mine: false } }],
  ['Q6', 'human', 'seat-frozen', { seat: { ...seat, state: 'frozen', mine: false } }],
  [
    'Q11',
    'reject',
    'audit-committee-without-board',
    company({ posts: { ...application.posts, supervision: { kind: 'audit-committee' } } }),
  ],
  ['Q14', 'human', 'sensitive-trade', { scope: { ...facts().scope, sensitive: true } }],
  [
    'Q11',
    'reject',
    'supervisor-is-director',
    company({
      posts: { ...application.posts, supervision: { kind: 'supervisors', ids: ['p1'] }, liaison: 'p2' },
    }),
  ],
  ['Q12', 'human', 'own-articles', { papers: { ...papers, modelArticles: false } }],
  ['Q13', 'reject', 'signature-missing', { signatures: [{ personId: 'p1', ...signature }] }],
  [
    'Q13',
    'reject',
    'signature-invalid',
    {
      signatures: [
        { personId: 'p1', ...signature },
        { personId: 'p2', ...signature, valid: false },
      ],
    },
  ],
  ['Q13', 'reject', 'signed-before-pledge', { papers: { ...papers, pledgedAt: '2026-04-01T02:30:00.000Z' } }],
  ['Q14', 'human', 'special-state-owned', company({ special: ['state-owned'] })],
  ['Q15', 'human', 'many-by-person', { risk: { ...facts().risk, mostByOnePerson: 6 } }],
  ['Q16', 'wait', 'papers-changed', { papers: { ...papers, generatedDigest: 'd2' } }],
]

describe(runAutomatedDecision, () => {
  it('approves an ordinary set-up with sixteen passed checks', () => {
    const trace = runAutomatedDecision(facts(), rules)
    expect(trace.verdict).toBe('approve')
    expect(trace.checks.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 16 }, () => 'pass'))
  })

  it.each(cases)('%s says %s for %s, with article and remedy', (id, outcome, code, changed) => {
    const trace = runAutomatedDecision(facts(changed), rules)
    const check = trace.checks.find((one) => one.id === id)
    expect(check).toMatchObject({ outcome })
    const [because] = check?.because ?? []
    expect(because?.code).toBe(code)
    expect(because?.mend).not.toBe('')
    expect(because?.text).not.toMatch(/[{}]/)
    expect(check?.article).not.toBe('')
  })

  it('rejects before it asks a person, and asks a person before it waits', () => {
    const wait = { identities: [{ personId: 'p1', ...identity }] }
    const human = { papers: { ...papers, modelArticles: false } }
    const reject = { signatures: [] }
    expect(runAutomatedDecision(facts(wait), rules).verdict).toBe('wait')
    expect(runAutomatedDecision(facts({ ...wait, ...human }), rules).verdict).toBe('human')
    expect(runAutomatedDecision(facts({ ...wait, ...human, ...reject }), rules).verdict).toBe('reject')
  })

  it('leaves what a condition cannot answer to a person, and says which', () => {
    const blind = facts({
      companies: [{ partyId: 'c1', register: 'unknown', province: '37', abnormal: null, kind: 'company' }],
    })
    const trace = runAutomatedDecision(blind, rules)
    expect(trace.verdict).toBe('human')
    expect(trace.checks.find(({ id }) => id === 'Q15')?.because).toMatchObject([
      { code: 'not-known', outcome: 'human', values: { code: 'investor-abnormal' }, partyId: 'c1' },
    ])
  })

  it('keeps with a reason its condition, the values it rests on and how sure it is', () => {
    const trace = runAutomatedDecision(facts({ risk: { ...facts().risk, mostByOnePerson: 6 } }), rules)
    expect(trace.checks.find(({ id }) => id === 'Q15')).toMatchObject({
      mark: 'U',
      because: [
        {
          code: 'many-by-person',
          mark: 'U',
          condition: 'mostByOnePerson > limits.setUpsOfOnePerson',
          facts: [
            { name: 'mostByOnePerson', value: 6 },
            { name: 'limits.setUpsOfOnePerson', value: 5 },
          ],
        },
      ],
    })
  })

  it('follows the content: a limit moved there moves the outcome', () => {
    const limit = { value: 6, unit: '户', source: 'test', mark: 'S' } as const
    const moved = ready({ ...written, limits: { ...written.limits, setUpsOfOnePerson: limit } })
    const six = facts({ risk: { ...facts().risk, mostByOnePerson: 6 } })
    expect(runAutomatedDecision(six, rules).verdict).toBe('human')
    expect(runAutomatedDecision(six, moved).verdict).toBe('approve')
  })

  it('measures exactly the facts that conditions may read', () => {
    const everything = facts({
      companies: [{ partyId: 'c1', register: 'agrees', province: '37', abnormal: false, kind: 'company' }],
      scope: { ...facts().scope, unknown: ['x'] },
      application: { ...application, special: ['group'] },
    })
    for (const id of checkIds) {
      const { names, measure } = decisionChecks[id]
      const { whole, each } = measure(everything, written)
      expect([id, Object.keys(whole).toSorted()]).toEqual([id, names.whole.toSorted()])
      for (const [list, items] of Object.entries(each))
        for (const item of items)
          expect([id, list, Object.keys(item).toSorted()]).toEqual([id, list, names.each[list]?.toSorted()])
      expect(Object.keys(each).toSorted()).toEqual(Object.keys(names.each).toSorted())
    }
  })

  it('refuses the same posts as the form does, for the same reasons', () => {
    const people = ['p1', 'p2', 'p3']
    const lists = [[], ['p1'], ['p1', 'p2'], ['p1', 'p1'], people]
    const supervisions = [
      { kind: 'waived-by-all' },
      { kind: 'audit-committee' },
      ...lists.map((ids) => ({ kind: 'supervisors', ids })),
    ] as LimitedCompany['posts']['supervision'][]
    let faulty = 0
    for (const directors of lists)
      for (const supervision of supervisions)
        for (const legalRepresentative of people) {
          const posts = {
            directors,
            manager: 'p2',
            supervision,
            legalRepresentative,
            finance: 'p3',
            liaison: 'p1',
          }
          const trace = runAutomatedDecision(facts(company({ posts })), rules)
          const said = trace.checks.find(({ id }) => id === 'Q11')?.because ?? []
          const wanted = new Set(postFaults(posts).map(({ code }) => code))
          expect(new Set(said.map(({ code }) => code))).toEqual(wanted)
          if (wanted.size > 0) faulty += 1
        }
    expect(faulty).toBeGreaterThan(30)
  })

  it('says how long each check took only where a stopwatch is given, and digests the same', () => {
    let passed = 0
    const timed = runAutomatedDecision(facts(), rules, () => (passed += 0.25))
    expect(timed.elapsed).toMatchObject({ Q1: 250, Q16: 250 })
    expect(timed.digest).toBe(runAutomatedDecision(facts(), rules).digest)
  })
})

describe(replayDecision, () => {
  it('comes to the same bytes on the same facts', () => {
    const stored = JSON.parse(JSON.stringify(facts())) as DecisionFacts
    expect(replayDecision(runAutomatedDecision(facts(), rules), stored, rules)).toMatchObject({ same: true })
  })
  it('does not mind in which order a database gives members back', () => {
    const reordered = (_: string, value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value
    const human = facts({ papers: { ...papers, modelArticles: false } })
    const trace = JSON.parse(JSON.stringify(runAutomatedDecision(human, rules), reordered))
    expect(replayDecision(trace, human, rules)).toMatchObject({ same: true, firstDifference: undefined })
  })
  it('names the check whose facts were altered afterwards', () => {
    const trace = runAutomatedDecision(facts(), rules)
    const altered = facts({ seat: { ...seat, state: 'filed' } })
    expect(replayDecision(trace, altered, rules)).toMatchObject({ same: false, firstDifference: 'Q6' })
  })
})
