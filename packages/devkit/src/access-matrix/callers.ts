/**
 * Everybody who calls in the table of who may call what.
 */

/** By name what they are. A caller "of the matter" stands in a relation to the thing the route acts on. */
export const callers = {
  stranger: 'nobody has logged in',
  expired: 'the session has run out',
  dismissed: 'a registrar whose duty was taken away while logged in',
  person: 'an applicant who has nothing to do with the matter',
  owner: 'the applicant whose matter it is',
  signer: 'an applicant who has to sign the papers of the matter',
  delegate: 'acts for the owner in everything an applicant does',
  readingDelegate: 'acts for the owner, in reading alone',
  lateDelegate: 'acted for the owner until yesterday',
  othersDelegate: 'acts for somebody else',
  registrar: 'a registrar',
  lead: 'the lead of the registrars',
  proposer: 'the lead who proposed to revoke the licence of the matter',
  partial: 'a registrar and lead in a matter of their own',
  involved: 'a registrar and lead who has to sign the papers of the matter',
  clerk: 'a clerk of the hall',
  operator: 'runs the machines',
  security: 'administers duties',
  grantProposer: 'administers duties and proposed the one in question',
  grantSubject: 'administers duties and is to be given the one in question',
  auditor: 'reads the trail',
  editor: 'keeps the catalogue',
  draftProposer: 'keeps the catalogue and proposed the draft in question',
  steward: 'a steward of the project of the matter',
  otherSteward: 'a steward of other projects',
  stewardLead: 'leads the stewards',
  reviewer: 'reviews for the authority that leads the case',
  coReviewer: 'reviews for another authority of the case',
  otherReviewer: 'reviews for an authority that has nothing to do with the case',
  consultedReviewer: 'reviews for an authority that was asked a question in the case and has not answered',
  departmentHead: 'the head of the authority that leads the case',
  dispatcher: 'hands issues to departments',
  supervisor: 'watches the lights',
  orderIssuer: 'watches the lights and issued the order of the matter',
  supervisorLead: 'leads those who watch the lights',
  pauseAsker: 'leads those who watch the lights and asked for the pause of the matter',
  leadHandler: 'handles confidential leads',
  reportedHandler:
    'handles confidential leads and works for the authority that the lead of the matter is about',
  leadKeeper: 'keeps sheets and shares of the keys to leads',
  observer: 'an applicant whose term as an observer runs',
  formerObserver: 'an applicant whose term as an observer has run out',
  carrier: 'keeps the rooms of the carrier of the matter',
  otherCarrier: 'keeps the rooms of another carrier',
  partner: 'somebody of a partner organisation, invited to the inspection of the matter',
  formerPartner: 'somebody of a partner organisation whose invitation to that inspection was over yesterday',
  leader: 'leads the zone',
} as const

/** Somebody who calls. */
export type Caller = keyof typeof callers

/** All callers in the order of the table. */
export const allCallers = Object.keys(callers) as readonly Caller[]
