/**
 * The checks that look at people and companies: Q1 to Q4, Q10, Q11, Q13, Q15.
 */

import { ageOn, parseIdentityNumber } from '../../access/index.ts'
import { dutiesOf, personsOf } from '../application/company-application.ts'
import { postFaults } from '../application/posts.ts'
import { checkUnifiedCode } from '../numbers/unified-code.ts'
import { type Check, reason, reasonFor } from './decision-check.ts'

/** Q1: everybody with a duty has passed the real-name check. */
export const realNames: Check = {
  looksAt: ({ application, identities }) => ({
    people: [...dutiesOf(application).keys()],
    verified: identities.filter(({ verified }) => verified).map(({ personId }) => personId),
  }),
  judge: ({ application, identities }) => {
    const verified = new Set(identities.filter((fact) => fact.verified).map(({ personId }) => personId))
    const missing = [...dutiesOf(application).keys()].filter((id) => !verified.has(id))
    return missing.map((id) => reasonFor('not-identified', id))
  },
}

/** Q2: the numbers hold together and the registers know them. */
export const registersAgree: Check = {
  looksAt: ({ application, identities, companies, today }) => ({
    today,
    numbers: application.parties.map((party) =>
      party.kind === 'person' ? party.identityNumber : party.unifiedCode,
    ),
    people: identities.map(({ personId, matchesRegister }) => [personId, matchesRegister]),
    companies: companies.map(({ partyId, matchesRegister }) => [partyId, matchesRegister]),
  }),
  judge: ({ application, identities, companies, today }) => [
    ...application.parties.flatMap((party) => {
      const sound =
        party.kind === 'person'
          ? parseIdentityNumber(party.identityNumber, today).ok
          : checkUnifiedCode(party.unifiedCode).valid
      return sound ? [] : [reasonFor('number-wrong', party.id)]
    }),
    ...identities
      .filter(({ matchesRegister }) => !matchesRegister)
      .map(({ personId }) => reasonFor('person-not-in-register', personId)),
    ...companies
      .filter(({ matchesRegister }) => !matchesRegister)
      .map(({ partyId }) => reasonFor('company-not-in-register', partyId)),
  ],
}

/** Q3: everybody is of age and of full capacity. */
export const ofAge: Check = {
  looksAt: ({ application, identities, today }) => ({
    today,
    born: [...personsOf(application).values()].map(({ id, identityNumber }) => [
      id,
      identityNumber.slice(6, 14),
    ]),
    limited: identities.filter(({ fullCapacity }) => !fullCapacity).map(({ personId }) => personId),
  }),
  judge: ({ application, identities, today }, { limits }) => {
    const minors = [...personsOf(application).values()].filter(({ identityNumber }) => {
      const identity = parseIdentityNumber(identityNumber, today)
      return identity.ok && ageOn(identity.value.bornOn, today) < limits.fullAge
    })
    return [
      ...minors.map(({ id }) => reasonFor('under-age', id)),
      ...identities
        .filter(({ fullCapacity }) => !fullCapacity)
        .map(({ personId }) => reasonFor('limited-capacity', personId)),
    ]
  },
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
  looksAt: ({ application, identities }) => ({
    duties: [...dutiesOf(application)].map(([id, duties]) => [id, [...duties]]),
    bars: identities.map(({ personId, bars }) => [personId, [...bars]]),
  }),
  judge: ({ application, identities }) => {
    const duties = dutiesOf(application)
    return identities
      .filter(
        ({ personId, bars }) =>
          bars.length > 0 && duties.get(personId)?.some((duty) => officeDuties.has(duty)),
      )
      .map(({ personId, bars }) => ({ ...reasonFor('barred', personId), values: { rule: bars.join('、') } }))
  },
}

/** Q10: number and kind of the shareholders. */
export const shareholderKinds: Check = {
  looksAt: ({ application, companies }) => ({
    shareholders: application.kind === 'LLC' ? application.shareholders.map(({ partyId }) => partyId) : [],
    companies: companies.map(({ partyId, province, kind }) => [partyId, province, kind]),
    foreign: [...personsOf(application).values()].map(({ id, nationality }) => [id, nationality ?? '']),
  }),
  judge: ({ application, companies }, { limits }) => {
    if (application.kind === 'IND') return []
    const { shareholders } = application
    const many = shareholders.length < 1 || shareholders.length > limits.shareholdersAtMost
    const foreign = [...personsOf(application).values()].filter(
      ({ id, nationality }) =>
        nationality !== undefined && shareholders.some(({ partyId }) => partyId === id),
    )
    return [
      ...(many ? [reason('shareholder-count')] : []),
      ...companies
        .filter(({ kind, province }) => kind === 'other' || !limits.provinces.includes(province))
        .map(({ partyId, kind }) =>
          reasonFor(kind === 'other' ? 'shareholder-kind' : 'shareholder-elsewhere', partyId),
        ),
      ...foreign.map(({ id }) => reasonFor('shareholder-foreign', id)),
    ]
  },
}

/** Q11: the combination of posts is lawful. */
export const lawfulPosts: Check = {
  looksAt: ({ application }) => (application.kind === 'LLC' ? { posts: { ...application.posts } } : {}),
  judge: ({ application }) =>
    application.kind === 'LLC'
      ? postFaults(application.posts).map(({ code, article }) => ({ ...reason(code), article }))
      : [],
}

/** Q13: everybody has signed, validly, these papers, after the pledge. */
export const signaturesValid: Check = {
  looksAt: ({ application, signatures, papers }) => ({
    people: [...dutiesOf(application).keys()],
    papers: papers.requestedDigest,
    pledgedAt: papers.pledgedAt,
    signatures: signatures.map((signature) => ({ ...signature })),
  }),
  judge: ({ application, signatures, papers }) =>
    [...dutiesOf(application).keys()].flatMap((id) => {
      const signature = signatures.find(({ personId }) => personId === id)
      if (signature === undefined) return [reasonFor('signature-missing', id)]
      if (!signature.valid) return [reasonFor('signature-invalid', id)]
      if (signature.documentsDigest !== papers.requestedDigest) return [reasonFor('signed-other-papers', id)]
      return signature.signedAt < papers.pledgedAt ? [reasonFor('signed-before-pledge', id)] : []
    }),
}

/** Q15: nothing points to straw men or mass set-ups. */
export const risks: Check = {
  looksAt: ({ risk, companies }) => ({
    risk: { ...risk },
    companies: companies.map(({ partyId, abnormal }) => [partyId, abnormal]),
  }),
  judge: ({ risk, companies }, { limits }) => [
    ...(risk.mostByOnePerson > limits.setUpsOfOnePerson ? [reason('many-by-person')] : []),
    ...(risk.byApplicant > limits.setUpsOfOneApplicant ? [reason('many-by-applicant')] : []),
    ...(risk.atSeatRoom > limits.setUpsInOneRoom ? [reason('many-in-room')] : []),
    ...(risk.impersonationComplaints > 0 ? [reason('impersonation-complaint')] : []),
    ...companies
      .filter(({ abnormal }) => abnormal)
      .map(({ partyId }) => reasonFor('investor-abnormal', partyId)),
  ],
}
