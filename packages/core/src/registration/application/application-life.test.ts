import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ApplicationCommand,
  type ApplicationEvent,
  handleApplication,
  replayApplication,
} from './application-life.ts'

const asked: ApplicationEvent = { type: 'signatures-requested', documentsDigest: 'd', signers: ['a', 'b'] }
const signedBoth: readonly ApplicationEvent[] = [
  { type: 'opened' },
  asked,
  { type: 'signed', signer: 'a' },
  { type: 'signed', signer: 'b' },
]
const approved: ApplicationEvent = { type: 'decided-automatically', outcome: 'approved', decisionId: 'x' }
const submit = (verdict: 'approve' | 'reject' | 'human' | 'wait'): ApplicationCommand => ({
  type: 'submit',
  verdict,
  checks: ['Q3'],
  decisionId: 'x',
})

describe(handleApplication, () => {
  const cases: readonly (readonly [string, readonly ApplicationEvent[], ApplicationCommand, unknown])[] = [
    ['approves at once', signedBoth, submit('approve'), [approved]],
    ['refers to a person', signedBoth, submit('human'), [{ type: 'referred', checks: ['Q3'] }]],
    ['refuses to submit while a signature is missing', [asked], submit('approve'), 'signatures-missing'],
    ['does not decide while a check waits', signedBoth, submit('wait'), 'checks-waiting'],
    [
      'takes no signature over other papers',
      [asked],
      { type: 'sign', signer: 'a', documentsDigest: 'e' },
      'documents-changed',
    ],
    [
      'takes no signature of a stranger',
      [asked],
      { type: 'sign', signer: 'z', documentsDigest: 'd' },
      'signer-not-named',
    ],
    ['lets a draft expire', [{ type: 'opened' }], { type: 'expire' }, [{ type: 'expired' }]],
    [
      'lets nothing expire that was decided',
      [...signedBoth, approved],
      { type: 'expire' },
      'application-not-open',
    ],
    ['decides once only', [...signedBoth, approved], submit('approve'), 'application-not-in-signing'],
    [
      'keeps a claimed case with its officer',
      [...signedBoth, { type: 'referred', checks: [] }, { type: 'claimed', officer: 'o1' }],
      { type: 'issue-decision', officer: 'o2', outcome: 'approved', decisionId: 'y' },
      'claimed-by-other',
    ],
    [
      'lets nobody decide a case that nobody has claimed',
      [...signedBoth, { type: 'referred', checks: [] }],
      { type: 'issue-decision', officer: 'o1', outcome: 'approved', decisionId: 'y' },
      'claim-missing',
    ],
    [
      'lets an officer give a case back',
      [...signedBoth, { type: 'referred', checks: [] }, { type: 'claimed', officer: 'o1' }],
      { type: 'release', officer: 'o1', isLead: false },
      [{ type: 'released', officer: 'o1' }],
    ],
    [
      'lets nobody but a lead take a case off the desk of another',
      [...signedBoth, { type: 'referred', checks: [] }, { type: 'claimed', officer: 'o1' }],
      { type: 'hand-over', officer: 'o2', to: 'o2', isLead: false },
      'claimed-by-other',
    ],
    [
      'lets a lead hand a case over',
      [...signedBoth, { type: 'referred', checks: [] }, { type: 'claimed', officer: 'o1' }],
      { type: 'hand-over', officer: 'lead', to: 'o2', isLead: true },
      [{ type: 'handed-over', officer: 'lead', to: 'o2' }],
    ],
    [
      'wants two people for a correction',
      [...signedBoth, approved, { type: 'correction-proposed', officer: 'o1' }],
      { type: 'confirm-correction', officer: 'o1', proposedBy: 'o1' },
      'second-officer-required',
    ],
    [
      'ends a correction that its host refuses, which is no act of staff',
      [...signedBoth, approved, { type: 'correction-proposed', officer: 'o1' }],
      { type: 'end-correction', because: 'declined' },
      [{ type: 'correction-ended', because: 'declined' }],
    ],
    [
      'ends no correction of what is not registered any more',
      [...signedBoth, { type: 'withdrawn' }],
      { type: 'end-correction', because: 'lapsed' },
      'application-not-approved',
    ],
    [
      'rejects a revocation with a second person',
      [...signedBoth, approved, { type: 'revocation-proposed', officer: 'o1' }],
      { type: 'reject-revocation', officer: 'o2' },
      [{ type: 'revocation-rejected', officer: 'o2' }],
    ],
    [
      'wants two people for a revocation',
      [...signedBoth, approved, { type: 'revocation-proposed', officer: 'o1' }],
      { type: 'confirm-revocation', officer: 'o1' },
      'second-officer-required',
    ],
    [
      'revokes with a second person',
      [...signedBoth, approved, { type: 'revocation-proposed', officer: 'o1' }],
      { type: 'confirm-revocation', officer: 'o2' },
      [{ type: 'revoked', officer: 'o2' }],
    ],
  ]
  it.each(cases)('%s', (_, given, when, then) => {
    const answer = handleApplication(replayApplication(given), when)
    expect(answer.ok ? answer.value : answer.code).toEqual(then)
  })
})

describe(replayApplication, () => {
  it('counts acts of staff, and of nobody else', () => {
    expect(replayApplication([...signedBoth, approved]).humanActs).toBe(0)
    expect(
      replayApplication([{ type: 'answers-saved', by: 'staff' }, ...signedBoth, approved]).humanActs,
    ).toBe(1)
  })
  it('gives a case to whom it was handed over, and a registration back where its revocation was rejected', () => {
    const claimed: readonly ApplicationEvent[] = [
      ...signedBoth,
      { type: 'referred', checks: [] },
      { type: 'claimed', officer: 'o1' },
      { type: 'handed-over', officer: 'o1', to: 'o2' },
    ]
    expect(replayApplication(claimed).stage).toEqual({ at: 'with-officer', officer: 'o2' })
    const kept: readonly ApplicationEvent[] = [
      ...signedBoth,
      approved,
      { type: 'revocation-proposed', officer: 'o1' },
      { type: 'revocation-rejected', officer: 'o2' },
    ]
    expect(replayApplication(kept).stage).toEqual({ at: 'approved', decisionId: 'x' })
  })
  it('throws signatures away when the answers change', () => {
    expect(replayApplication([...signedBoth, { type: 'answers-saved', by: 'applicant' }]).stage).toEqual({
      at: 'draft',
    })
  })
  it('never has two decisions, whatever is commanded', () => {
    const command = fc.constantFrom<ApplicationCommand>(
      { type: 'save-answers', by: 'applicant' },
      { type: 'request-signatures', documentsDigest: 'd', signers: ['a'] },
      { type: 'sign', signer: 'a', documentsDigest: 'd' },
      submit('approve'),
      submit('human'),
      submit('reject'),
      { type: 'issue-decision', officer: 'o', outcome: 'approved', decisionId: 'y' },
      { type: 'withdraw' },
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const events: ApplicationEvent[] = []
        for (const next of commands) {
          const answer = handleApplication(replayApplication(events), next)
          if (answer.ok) events.push(...answer.value)
        }
        expect(events.filter(({ type }) => type.startsWith('decided')).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
