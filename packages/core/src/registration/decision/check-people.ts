/**
 * The facts that checks draw from people and companies: Q1 to Q4, Q10, Q11, Q13, Q15.
 */

import { ageOn, checkUnifiedCode, parseIdentityNumber } from '../../access/index.ts'
import { dutiesOf, type LimitedCompany, personsOf } from '../application/company-application.ts'
import type { Check, Measured, MeasuredItem } from './decision-check.ts'
import type { DecisionFacts } from './decision-facts.ts'

/** Q1: everybody with a duty has passed the real-name check. */
export const realNames: Check = {
  names: { whole: [], each: { people: ['party', 'verified'] } },
  measure: ({ application, identities }) => {
    const verified = new Set(identities.filter((fact) => fact.verified).map(({ personId }) => personId))
    const people = [...dutiesOf(application).keys()]
    return { whole: {}, each: { people: people.map((party) => ({ party, verified: verified.has(party) })) } }
  },
}

/** Q2: the numbers hold together and the registers know them. */
export const registersAgree: Check = {
  names: { whole: [], each: { parties: ['party', 'kind', 'numberSound', 'register'] } },
  measure: ({ application, identities, companies, today }) => ({
    whole: {},
    each: {
      parties: application.parties.map((party) => {
        if (party.kind === 'company') {
          const register = companies.find(({ partyId }) => partyId === party.id)?.register ?? 'unknown'
          return {
            party: party.id,
            kind: party.kind,
            numberSound: checkUnifiedCode(party.unifiedCode).valid,
            register,
          }
        }
        const fact = identities.find(({ personId }) => personId === party.id)
        const register = fact === undefined ? 'not-asked' : fact.matchesRegister ? 'agrees' : 'differs'
        const numberSound = parseIdentityNumber(party.identityNumber, today).ok
        return { party: party.id, kind: party.kind, numberSound, register }
      }),
    },
  }),
}

/** Q3: everybody is of age and of full capacity. */
export const ofAge: Check = {
  names: { whole: [], each: { people: ['party', 'age', 'fullCapacity'] } },
  measure: ({ application, identities, today }) => ({
    whole: {},
    each: {
      people: [...personsOf(application).values()].map(({ id, identityNumber }) => {
        const identity = parseIdentityNumber(identityNumber, today)
        const fact = identities.find(({ personId }) => personId === id)
        const age = identity.ok ? ageOn(identity.value.bornOn, today) : null
        return { party: id, age, fullCapacity: fact?.fullCapacity ?? true }
      }),
    },
  }),
}

const officeDuties = new Set([
  'legal-representative',
  'director',
  'manager',
  'supervisor',
  'finance',
  'operator',
])

/** Q4: nobody in office is barred from it. */
export const notBarred: Check = {
  names: { whole: [], each: { people: ['party', 'inOffice', 'bars', 'rule'] } },
  measure: ({ application, identities }) => {
    const duties = dutiesOf(application)
    return {
      whole: {},
      each: {
        people: identities.map(({ personId, bars }) => ({
          party: personId,
          inOffice: (duties.get(personId) ?? []).some((duty) => officeDuties.has(duty)),
          bars: bars.length,
          rule: bars.join('、'),
        })),
      },
    }
  },
}

/** Q10: number and kind of the shareholders. */
export const shareholderKinds: Check = {
  names: {
    whole: ['company', 'shareholders'],
    each: { companies: ['party', 'province', 'kind'], people: ['party', 'foreign'] },
  },
  measure: ({ application, companies }) => {
    if (application.kind === 'IND') return { whole: { company: false }, each: {} }
    const { shareholders } = application
    const persons = personsOf(application)
    return {
      whole: { company: true, shareholders: shareholders.length },
      each: {
        companies: companies.map(({ partyId, province, kind }) => ({ party: partyId, province, kind })),
        people: shareholders.flatMap(({ partyId }) => {
          const person = persons.get(partyId)
          return person === undefined ? [] : [{ party: partyId, foreign: person.nationality !== undefined }]
        }),
      },
    }
  },
}

/** Q11: the combination of posts is lawful. */
export const lawfulPosts: Check = {
  names: {
    whole: [
      'company',
      'directors',
      'differentDirectors',
      'supervision',
      'supervisors',
      'differentSupervisors',
      'supervisorsAsDirectors',
      'supervisorsAsSeniors',
      'representativeActs',
      'committeeOutsiders',
    ],
    each: {},
  },
  measure: ({ application }) =>
    application.kind === 'LLC' ? postFacts(application) : { whole: { company: false }, each: {} },
}

function postFacts({ posts }: LimitedCompany): Measured {
  const { directors, manager, finance, supervision, legalRepresentative } = posts
  const supervisors = supervision.kind === 'supervisors' ? supervision.ids : []
  const committee = supervision.kind === 'audit-committee' ? (supervision.ids ?? []) : []
  return {
    whole: {
      company: true,
      directors: directors.length,
      differentDirectors: new Set(directors).size,
      supervision: supervision.kind,
      supervisors: supervisors.length,
      differentSupervisors: new Set(supervisors).size,
      supervisorsAsDirectors: supervisors.filter((id) => directors.includes(id)).length,
      supervisorsAsSeniors: supervisors.filter((id) => id === manager || id === finance).length,
      representativeActs: directors.includes(legalRepresentative) || legalRepresentative === manager,
      committeeOutsiders: committee.filter((id) => !directors.includes(id)).length,
    },
    each: {},
  }
}

/** Q13: everybody has signed, validly, these papers, after the pledge. */
export const signaturesValid: Check = {
  names: {
    whole: ['pledgedAt'],
    each: { people: ['party', 'signed', 'valid', 'samePapers', 'signedAt'] },
  },
  measure: (facts) => ({
    whole: { pledgedAt: facts.papers.pledgedAt },
    each: { people: [...dutiesOf(facts.application).keys()].map((id) => signatureOf(facts, id)) },
  }),
}

function signatureOf({ signatures, papers }: DecisionFacts, party: string): MeasuredItem {
  const signature = signatures.find(({ personId }) => personId === party)
  if (signature === undefined) return { party, signed: false }
  const { valid, documentsDigest, signedAt } = signature
  return { party, signed: true, valid, samePapers: documentsDigest === papers.requestedDigest, signedAt }
}

/** Q15: nothing points to straw men or mass set-ups. */
export const risks: Check = {
  names: {
    whole: ['mostByOnePerson', 'byApplicant', 'atSeatRoom', 'impersonationComplaints'],
    each: { companies: ['party', 'abnormal'] },
  },
  measure: ({ risk, companies }) => ({
    whole: { ...risk },
    each: { companies: companies.map(({ partyId, abnormal }) => ({ party: partyId, abnormal })) },
  }),
}
