/**
 * Supervision in the table of who may call what, written down by hand like the rest of it: a part of its own, because the
 * table is long.
 */

/** Groups of callers that the whole table shares. */
interface Groups<Caller extends string> {
  readonly supervisors: readonly Caller[]
  readonly departments: readonly Caller[]
  /** of the authority that the matter is for */
  readonly lead: readonly Caller[]
}

type OwnCaller =
  | 'otherSteward'
  | 'steward'
  | 'stewardLead'
  | 'formerPartner'
  | 'leader'
  | 'partner'
  | 'departmentHead'
  | 'orderIssuer'
  | 'otherReviewer'
  | 'consultedReviewer'
  | 'pauseAsker'
  | 'supervisor'
  | 'supervisorLead'

/** By route: everybody who may call it. */
export function supervisionAccess<Caller extends string>({
  supervisors,
  departments,
  lead,
}: Groups<Caller>): Readonly<Record<string, readonly (Caller | OwnCaller)[]>> {
  return {
    // supervision: who asked for a pause does not consent to it, who issued an order does not close it
    'supervision.read-lights': supervisors,
    'supervision.read-project': supervisors,
    'supervision.read-link': supervisors,
    'supervision.link-project': supervisors,
    'supervision.unlink-project': supervisors,
    'supervision.export-obligations': [
      ...supervisors,
      ...departments,
      'otherReviewer',
      'consultedReviewer',
      'leader',
    ],
    'supervision.list-obligations': [
      ...supervisors,
      ...departments,
      'otherReviewer',
      'consultedReviewer',
      'leader',
    ],
    'supervision.read-reconciliation': supervisors,
    'supervision.sign-projects': supervisors,
    'supervision.plan-node': supervisors,
    'supervision.finish-node': supervisors,
    'supervision.report-progress': supervisors,
    'supervision.name-cause': supervisors,
    'supervision.ask-pause': supervisors,
    'supervision.answer-pause': ['supervisorLead'],
    'supervision.end-pause': ['supervisorLead'],
    'supervision.issue-order': supervisors,
    'supervision.close-order': ['supervisor', 'supervisorLead', 'pauseAsker'],
    'supervision.decide-suggestion': supervisors,
    'supervision.print-order': [...supervisors, ...lead],
    'supervision.answer-order': ['departmentHead'],
    'supervision.list-orders': [...departments, 'otherReviewer', 'consultedReviewer'],
    'supervision.list-own-lights': [...departments, 'otherReviewer', 'consultedReviewer'],
    'supervision.state-to-light': ['departmentHead'],
    ...workAccess({ supervisors, departments, lead }),
    ...inspectionAccess(supervisors),
    ...exchangeAccess(supervisors),
    ...consultationAccess(supervisors, departments),
  }
}

/** The work of supervision besides the lights: tasks, campaigns, recommendations, what is about people, bulletins. */
function workAccess<Caller extends string>({
  supervisors,
  departments,
  lead,
}: Groups<Caller>): Readonly<Record<string, readonly (Caller | OwnCaller)[]>> {
  return {
    'supervision.list-tasks': [...supervisors, ...departments, 'otherReviewer', 'consultedReviewer'],
    'supervision.read-task': [...supervisors, ...departments],
    'supervision.register-task': supervisors,
    'supervision.report-task': departments,
    'supervision.request-task-closing': departments,
    'supervision.verify-task': ['departmentHead'],
    'supervision.hear-company': supervisors,
    'supervision.close-task': supervisors,
    'supervision.reopen-task': supervisors,
    'supervision.decide-accountability': ['supervisorLead', 'pauseAsker'],
    'supervision.list-campaigns': [...supervisors, ...departments, 'otherReviewer', 'consultedReviewer'],
    'supervision.open-campaign': supervisors,
    'supervision.record-finding': supervisors,
    'supervision.conclude-campaign': supervisors,
    'supervision.report-finding': ['departmentHead'],
    'supervision.check-finding': supervisors,
    'supervision.list-recommendations': [
      ...supervisors,
      ...departments,
      'otherReviewer',
      'consultedReviewer',
    ],
    'supervision.draft-recommendation': supervisors,
    'supervision.issue-recommendation': ['supervisorLead', 'pauseAsker'],
    'supervision.receive-recommendation': ['departmentHead'],
    'supervision.reply-to-recommendation': ['departmentHead'],
    'supervision.verify-recommendation': supervisors,
    'supervision.print-recommendation': [...supervisors, ...lead],
    'supervision.list-conduct': [...supervisors, 'departmentHead'],
    'supervision.apply-for-tolerance': ['departmentHead'],
    'supervision.open-conduct': supervisors,
    'supervision.examine-conduct': ['supervisor', 'orderIssuer'],
    'supervision.determine-conduct': ['supervisorLead', 'pauseAsker'],
    'supervision.conclude-conduct': ['supervisor', 'orderIssuer'],
    'supervision.list-bulletins': [...supervisors, ...departments, 'otherReviewer', 'consultedReviewer'],
    'supervision.draft-bulletin': supervisors,
    'supervision.revise-bulletin': supervisors,
    'supervision.approve-bulletin': ['supervisor', 'supervisorLead', 'pauseAsker'],
    'supervision.publish-bulletin': supervisors,
  }
}

/** Joint inspections: a partner sees the one they are invited to while the invitation runs; who drafted the report does not sign. */
function inspectionAccess<Caller extends string>(
  supervisors: readonly Caller[],
): Readonly<Record<string, readonly (Caller | OwnCaller)[]>> {
  return {
    'supervision.list-inspections': supervisors,
    'supervision.open-inspection': supervisors,
    'supervision.read-inspection': [...supervisors, 'partner'],
    'supervision.invite-partner': supervisors,
    'supervision.withdraw-invitation': supervisors,
    'supervision.check-item': [...supervisors, 'partner'],
    'supervision.write-inspection-note': [...supervisors, 'partner'],
    'supervision.record-inspection-finding': supervisors,
    'supervision.report-inspection': supervisors,
    'supervision.return-inspection-report': supervisors,
    'supervision.sign-inspection': ['supervisor', 'supervisorLead', 'pauseAsker'],
    'supervision.print-inspection': supervisors,
    'supervision.list-invitations': ['partner', 'formerPartner'],
  }
}

/** Exchange with partners: who put a package together does not release it, who entered a key does not confirm it. */
function exchangeAccess<Caller extends string>(
  supervisors: readonly Caller[],
): Readonly<Record<string, readonly (Caller | OwnCaller)[]>> {
  return {
    'supervision.read-exchange': supervisors,
    'supervision.draft-package': supervisors,
    'supervision.read-package': supervisors,
    'supervision.release-package': ['supervisor', 'supervisorLead', 'pauseAsker'],
    'supervision.discard-package': supervisors,
    'supervision.download-package': supervisors,
    'supervision.take-receipt': supervisors,
    'supervision.import-package': supervisors,
    'supervision.read-import': supervisors,
    'supervision.download-receipt': supervisors,
    'supervision.enter-partner-key': supervisors,
    'supervision.confirm-partner-key': ['supervisor', 'supervisorLead', 'pauseAsker'],
    'supervision.retire-partner-key': supervisors,
  }
}

/** Joint consultations: a member states and signs; who convened it drafts the conclusion, and so may whoever supervises. */
function consultationAccess<Caller extends string>(
  supervisors: readonly Caller[],
  departments: readonly Caller[],
): Readonly<Record<string, readonly (Caller | OwnCaller)[]>> {
  const stewards = ['steward', 'otherSteward', 'stewardLead'] as const
  return {
    'supervision.list-consultations': [
      ...supervisors,
      ...departments,
      'otherReviewer',
      'consultedReviewer',
      ...stewards,
    ],
    'supervision.convene-consultation': [...supervisors, ...stewards],
    'supervision.read-consultation': [...supervisors, 'otherReviewer'],
    'supervision.open-piece': [...supervisors, 'otherReviewer'],
    'supervision.state-in-consultation': ['otherReviewer'],
    'supervision.draft-conclusion': supervisors,
    'supervision.sign-conclusion': ['otherReviewer'],
    'supervision.enter-consultation-task': supervisors,
    'supervision.print-consultation': supervisors,
  }
}
