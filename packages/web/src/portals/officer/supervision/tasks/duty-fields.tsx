/**
 * Both duties of a task, as they are being written: who on each side answers for what.
 */

import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { LineField, WordsField } from '../../department/acts/act-fields.tsx'
import { Pick } from '../fields.tsx'
import type { TaskLedger } from './task-shown.ts'

const texts = supervisionTexts.tasks
/** both sides, in the order in which they are shown */
const lists = ['territorial', 'departmental'] as const
type List = (typeof lists)[number]

interface Side {
  readonly unit: string
  readonly answerable: string
  readonly duty: string
}

/** What each side answers for. */
export type Duties = Readonly<Record<List, Side>>

const noSide: Side = { unit: '', answerable: '', duty: '' }
export const noDuties: Duties = { territorial: noSide, departmental: noSide }

/** The duties of those sides for which a unit was chosen. */
export function dutiesGiven(duties: Duties) {
  return lists.filter((list) => duties[list].unit !== '').map((list) => ({ list, ...duties[list] }))
}

interface DutyFieldsProps {
  readonly choices: TaskLedger['choices']
  readonly duties: Duties
  readonly onChange: (duties: Duties) => void
}

export function DutyFields({ choices, duties, onChange }: DutyFieldsProps) {
  return (
    <div className="supervision-columns">
      {lists.map((list) => (
        <SideFields
          key={list}
          list={list}
          choices={choices}
          side={duties[list]}
          onChange={(side) => onChange({ ...duties, [list]: side })}
        />
      ))}
    </div>
  )
}

interface SideProps {
  readonly list: List
  readonly choices: TaskLedger['choices']
  readonly side: Side
  readonly onChange: (side: Side) => void
}

function SideFields({ list, choices, side, onChange }: SideProps) {
  const units = choices.filter((choice) => choice.list === list)
  return (
    <fieldset className="task-side">
      <legend>{texts[list]}</legend>
      <Pick
        label={texts.unit}
        none={texts.choose}
        value={side.unit}
        options={units}
        onChange={(unit) => onChange({ ...side, unit })}
      />
      <LineField
        id={`${list}-answerable`}
        label={texts.answerable}
        value={side.answerable}
        onChange={(answerable) => onChange({ ...side, answerable })}
      />
      <WordsField
        id={`${list}-duty`}
        label={texts.duty}
        rows={2}
        value={side.duty}
        onChange={(duty) => onChange({ ...side, duty })}
      />
    </fieldset>
  )
}
