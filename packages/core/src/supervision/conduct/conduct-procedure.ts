/**
 * Three procedures that protect who acts in good faith: tolerance of errors (容错), clearing of a name (澄清正名), and handling of
 * a false accusation (查处诬告). Each is opened, examined by one person, determined by another, and concluded.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'

/** The three procedures. */
export const conductKinds = ['tolerance', 'clearing', 'false-accusation'] as const

/** One of the three procedures. */
export type ConductKind = (typeof conductKinds)[number]

/** How far it is; a procedure that was not granted ends with its determination. */
export const conductStates = ['opened', 'examined', 'granted', 'not-granted', 'concluded'] as const

/** One of the states of a procedure. */
export type ConductState = (typeof conductStates)[number]

/** The forms in which a name is cleared, the most discreet first. */
export const clearingForms = ['conversation', 'written', 'meeting', 'public'] as const

/** One of the forms in which a name is cleared. */
export type ClearingForm = (typeof clearingForms)[number]

/** What was found out, by procedure. */
export type Examination =
  | {
      readonly kind: 'tolerance'
      /** acted for somebody's gain: never tolerated */
      readonly forGain: boolean
      /** the procedure that was laid down was followed */
      readonly orderly: boolean
      /** how bad it turned out */
      readonly harm: 'slight' | 'ordinary' | 'grave'
      /** the harm was made good in time */
      readonly remedied: boolean
    }
  | {
      readonly kind: 'clearing'
      /** the form proposed */
      readonly form: ClearingForm
      /** whether the person agrees to that form; asked of the person, never assumed */
      readonly consents: boolean
    }
  | {
      readonly kind: 'false-accusation'
      /** the facts were made up */
      readonly fabricated: boolean
      /** in order to have somebody held to account; without it the report was mistaken, which is no offence */
      readonly intended: boolean
      /** how many studied it together */
      readonly members: number
    }

/** What is known of a procedure. */
export interface ConductMatter {
  readonly kind: ConductKind
  readonly state: ConductState
  readonly examination?: Examination
}

/** What may happen to it. */
export type ConductAct =
  | { readonly do: 'examine'; readonly examination: Examination }
  | { readonly do: 'determine'; readonly granted: boolean }
  | { readonly do: 'conclude'; readonly form?: ClearingForm }

/** Why something may not happen to it. */
export type ConductRefusal =
  | 'conduct-out-of-turn'
  | 'examination-of-other-kind'
  | 'acted-for-gain'
  | 'consent-missing'
  | 'report-was-mistaken'
  | 'studied-by-too-few'
  | 'form-not-agreed'

type After = Result<ConductMatter, ConductRefusal>

/** Fewer do not study a matter collectively (集体研究). */
const fewestMembers = 3

/**
 * The matter after something happened to it. Not granted: tolerance to who acted for gain; a public clearing without the
 * person's consent; a false accusation without fabrication and intent (a mistaken report is none), or studied by too few.
 */
export function conductAfter(matter: ConductMatter, act: ConductAct): After {
  switch (act.do) {
    case 'examine':
      return afterExamination(matter, act.examination)
    case 'determine':
      return afterDetermination(matter, act.granted)
    case 'conclude':
      return afterConclusion(matter, act.form)
  }
}

function afterExamination(matter: ConductMatter, examination: Examination): After {
  if (matter.state !== 'opened' && matter.state !== 'examined') return refuse('conduct-out-of-turn')
  if (examination.kind !== matter.kind) return refuse('examination-of-other-kind')
  return accept({ kind: matter.kind, state: 'examined', examination })
}

function afterDetermination(matter: ConductMatter, granted: boolean): After {
  const { state, examination } = matter
  if (state !== 'examined' || examination === undefined) return refuse('conduct-out-of-turn')
  if (!granted) return accept({ ...matter, state: 'not-granted' })
  const bar = barOf(examination)
  return bar === undefined ? accept({ ...matter, state: 'granted' }) : refuse(bar)
}

function barOf(examination: Examination): ConductRefusal | undefined {
  switch (examination.kind) {
    case 'tolerance':
      return examination.forGain ? 'acted-for-gain' : undefined
    case 'clearing':
      return isOpenForm(examination.form) && !examination.consents ? 'consent-missing' : undefined
    case 'false-accusation':
      if (!examination.fabricated || !examination.intended) return 'report-was-mistaken'
      return examination.members < fewestMembers ? 'studied-by-too-few' : undefined
  }
}

/** Whether others than the person learn of a clearing in this form: then the person is asked first. */
function isOpenForm(form: ClearingForm): boolean {
  return form === 'meeting' || form === 'public'
}

function afterConclusion(matter: ConductMatter, form: ClearingForm | undefined): After {
  if (matter.state !== 'granted') return refuse('conduct-out-of-turn')
  const { examination } = matter
  if (examination?.kind === 'clearing' && form !== examination.form) return refuse('form-not-agreed')
  return accept({ ...matter, state: 'concluded' })
}
