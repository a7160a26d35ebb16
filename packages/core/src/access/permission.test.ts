import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Action, isConcerned, may, mayEver, permissions } from './permission.ts'
import { anonymous, type Person, type Role, roles, systemPrincipal } from './principal.ts'

function aPerson(changes: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    id: 'p1',
    name: '王小青',
    assurance: 'face',
    roles: ['applicant'],
    authorities: [],
    memberships: [],
    delegations: [],
    ...changes,
  }
}

const actions = Object.keys(permissions) as Action[]
const forEverybody: readonly Action[] = [
  'public.read',
  'session.read',
  'session.open',
  'session.close',
  'ledger.read',
  'licence.verify',
  'licence.print-by-token',
  'statistics.read',
  'catalogue.read',
  'name.check',
  'scope.search',
  'seat.search',
  'feedback.file',
  'feedback.follow',
  'feedback.exchange',
  'address.confirm',
  'feedback.answer-by-link',
  'premises.file-need',
  'premises.follow-need',
  'premises.renew',
]

describe(may, () => {
  it('lets nobody without a session do more than the public acts', () => {
    for (const action of actions)
      expect([action, may(anonymous, action, { ownerId: 'p1' })]).toEqual([
        action,
        forEverybody.includes(action),
      ])
  })

  it('lets the owner submit and a stranger not', () => {
    expect(may(aPerson(), 'registration.submit', { ownerId: 'p1' })).toBe(true)
    expect(may(aPerson({ id: 'p2' }), 'registration.submit', { ownerId: 'p1' })).toBe(false)
  })

  it('lets a delegate do what the scope names, in the matters of the giver alone', () => {
    const delegate = aPerson({
      id: 'p2',
      delegations: [{ id: 'd', fromId: 'p1', scope: ['registration.edit'], until: '2026-12-31T00:00:00Z' }],
    })
    expect(may(delegate, 'registration.edit', { ownerId: 'p1' })).toBe(true)
    expect(may(delegate, 'registration.submit', { ownerId: 'p1' })).toBe(false)
    expect(may(delegate, 'registration.edit', { ownerId: 'p3' })).toBe(false)
  })

  it('lets an observer observe while the appointment runs, and nobody else', () => {
    expect(may(aPerson(), 'feedback.observe', { appointedIds: ['p1'] })).toBe(true)
    expect(may(aPerson(), 'feedback.observe', { appointedIds: ['p2'] })).toBe(false)
    expect(may(aPerson({ roles: ['dispatcher'] }), 'feedback.observe', {})).toBe(false)
  })

  it('keeps a registrar away from their own application', () => {
    const registrar = aPerson({ roles: ['registrar'] })
    expect(may(registrar, 'registration.decide', { ownerId: 'p1' })).toBe(false)
    expect(may(registrar, 'registration.decide', { ownerId: 'p9' })).toBe(true)
  })

  it('lets a reviewer review for their own authority alone, and never their own case', () => {
    const reviewer = aPerson({ roles: ['reviewer'], authorities: ['housing'] })
    expect(may(reviewer, 'case.review', { ownerId: 'p9', authorities: ['approval', 'housing'] })).toBe(true)
    expect(may(reviewer, 'case.review', { ownerId: 'p9', authorities: ['approval'] })).toBe(false)
    expect(may(reviewer, 'case.review', { ownerId: 'p1', authorities: ['housing'] })).toBe(false)
    expect(may(reviewer, 'case.decide', { ownerId: 'p9', authorities: ['approval', 'housing'] })).toBe(false)
    expect(may(reviewer, 'case.decide', { ownerId: 'p9', authorities: ['housing', 'approval'] })).toBe(true)
  })

  it('lets only the head of the leading authority extend a limit', () => {
    const head = aPerson({ roles: ['department-head'], authorities: ['housing'] })
    const reviewer = aPerson({ roles: ['reviewer'], authorities: ['housing'] })
    const resource = { ownerId: 'p9', authorities: ['housing', 'approval'] }
    expect(may(head, 'case.extend', resource)).toBe(true)
    expect(may(reviewer, 'case.extend', resource)).toBe(false)
    expect(may(head, 'case.extend', { ...resource, authorities: ['approval', 'housing'] })).toBe(false)
  })

  it('wants a second person for a revocation', () => {
    const lead = aPerson({ roles: ['registrar-lead'] })
    expect(may(lead, 'registration.confirm-revocation', { ownerId: 'p9', proposedById: 'p1' })).toBe(false)
    expect(may(lead, 'registration.confirm-revocation', { ownerId: 'p9', proposedById: 'p2' })).toBe(true)
    expect(may(lead, 'registration.confirm-revocation', { ownerId: 'p9' })).toBe(false)
  })

  it('lets nobody grant or confirm a role for themselves', () => {
    const admin = aPerson({ roles: ['security-admin'] })
    expect(may(admin, 'access.propose-grant', { subjectId: 'p1' })).toBe(false)
    expect(may(admin, 'access.confirm-grant', { subjectId: 'p1', proposedById: 'p2' })).toBe(false)
    expect(may(admin, 'access.confirm-grant', { subjectId: 'p3', proposedById: 'p2' })).toBe(true)
  })

  it('gives no role the run of the house', () => {
    for (const role of roles) {
      const allowed = actions.filter((action) =>
        may(aPerson({ roles: [role] }), action, { ownerId: 'p9', subjectId: 'p8', proposedById: 'p7' }),
      )
      expect(allowed.length).toBeLessThan(actions.length * 0.7)
    }
  })

  it('never takes a permission away when a role is added', () => {
    const someRoles = fc.subarray([...roles] as Role[])
    fc.assert(
      fc.property(
        someRoles,
        fc.constantFrom(...roles),
        fc.constantFrom(...actions),
        (held, extra, action) => {
          const resource = { ownerId: 'p9', subjectId: 'p8', proposedById: 'p7' }
          const before = may(aPerson({ roles: held }), action, resource)
          const after = may(aPerson({ roles: [...held, extra] }), action, resource)
          expect(before && !after).toBe(false)
        },
      ),
    )
  })

  it('lets the platform read an application and never decide one by hand', () => {
    expect(may(systemPrincipal('outbox'), 'registration.read', {})).toBe(true)
    expect(may(systemPrincipal('outbox'), 'registration.decide', { ownerId: 'p1' })).toBe(false)
  })
})

describe(mayEver, () => {
  it('says no to whoever could not, whatever the thing', () => {
    expect(mayEver(anonymous, 'registration.read')).toBe(false)
    expect(mayEver(anonymous, 'licence.verify')).toBe(true)
    expect(mayEver(aPerson(), 'registration.decide')).toBe(false)
    expect(mayEver(aPerson({ roles: ['registrar'] }), 'registration.decide')).toBe(true)
    expect(mayEver(aPerson({ roles: ['registrar'] }), 'registration.confirm-revocation')).toBe(false)
  })

  it('never says no where there is a thing the principal may do it to', () => {
    const someone = fc.constantFrom('p1', 'p2', 'p3')
    const resource = fc.record(
      { ownerId: someone, signerIds: fc.subarray(['p1', 'p2']), proposedById: someone, subjectId: someone },
      { requiredKeys: [] },
    )
    const principal = fc
      .record({ roles: fc.subarray([...roles]), isDelegate: fc.boolean(), scope: fc.subarray([...actions]) })
      .map(({ roles: held, isDelegate, scope }) => {
        const delegation = { id: 'd', fromId: 'p3', scope, until: '2026-12-31T00:00:00Z' }
        return aPerson({ roles: held, delegations: isDelegate ? [delegation] : [] })
      })
    fc.assert(
      fc.property(principal, fc.constantFrom(...actions), resource, (who, action, thing) => {
        expect(may(who, action, thing) && !mayEver(who, action)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe(isConcerned, () => {
  it('knows the owner, the signer, the proposer, the subject and whoever acts for the owner', () => {
    const delegation = { id: 'd', fromId: 'p3', scope: [], until: '2026-12-31T00:00:00Z' }
    const person = aPerson({ delegations: [delegation] })
    expect(isConcerned(person, { ownerId: 'p1' })).toBe(true)
    expect(isConcerned(person, { ownerId: 'p9', signerIds: ['p1'] })).toBe(true)
    expect(isConcerned(person, { ownerId: 'p9', proposedById: 'p1' })).toBe(true)
    expect(isConcerned(person, { subjectId: 'p1' })).toBe(true)
    expect(isConcerned(person, { ownerId: 'p3' })).toBe(true)
    expect(isConcerned(person, { ownerId: 'p9' })).toBe(false)
    expect(isConcerned(anonymous, {})).toBe(false)
  })
})

describe('a person of a partner organisation', () => {
  const partner = aPerson({ roles: ['partner'], partner: 'discipline' })
  const invitation = { id: 'p1', organisation: 'discipline' }
  const reads = (who: Person, invited: readonly (typeof invitation)[]) =>
    may(who, 'supervision.read-inspection', { invited })
  it('reads the inspection they are invited to, and no other', () => {
    expect(reads(partner, [invitation])).toBe(true)
    expect(reads(partner, [{ ...invitation, id: 'p2' }])).toBe(false)
    expect(reads(aPerson({ partner: 'discipline' }), [invitation])).toBe(false)
  })

  it('reads nothing by an invitation for another organisation than their own', () => {
    expect(reads(aPerson({ roles: ['partner'], partner: 'ecology' }), [invitation])).toBe(false)
    expect(reads(aPerson({ roles: ['partner'] }), [invitation])).toBe(false)
    expect(mayEver(partner, 'supervision.read-inspection')).toBe(true)
  })

  it('may do nothing more by the duty alone than an applicant, but ask what they are invited to', () => {
    const nothing = {}
    const more = actions.filter((action) => may(partner, action, nothing) && !may(aPerson(), action, nothing))
    expect(more).toEqual(['supervision.list-invitations'])
  })
})
