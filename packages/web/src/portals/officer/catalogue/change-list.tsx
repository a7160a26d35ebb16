/**
 * What differs between two texts, value by value: where it stands, what it was, what it is.
 */

import { catalogueTexts } from '../../../texts/catalogue-zh-cn.ts'

const texts = catalogueTexts.changesPanel

/** A value that differs. */
export interface Change {
  readonly path: readonly (string | number)[]
  readonly before?: unknown
  readonly after?: unknown
}

/** Gives the name behind an id; the id itself where it has none. */
export type NameOf = (id: string) => string

interface ChangeListProps {
  readonly changes: readonly Change[]
  readonly nameOf: NameOf
}

export function ChangeList({ changes, nameOf }: ChangeListProps) {
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={change.path.join('.')}>
          <b>{pathText(change.path, nameOf)}</b>
          <del>
            <span className="visually-hidden">{texts.before}</span>
            {valueText(change.before, nameOf)}
          </del>
          <span aria-hidden="true">→</span>
          <ins>
            <span className="visually-hidden">{texts.after}</span>
            {valueText(change.after, nameOf)}
          </ins>
        </li>
      ))}
    </ul>
  )
}

/** Where a value stands, in words. */
export function pathText(path: Change['path'], nameOf: NameOf): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return String(part)
      return catalogueTexts.fields[part] ?? nameOf(part)
    })
    .join(' · ')
}

/** A value in words: codes and ids by their names, records in one line. */
export function valueText(value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === null) return texts.absent
  if (typeof value === 'boolean') return value ? catalogueTexts.yes : catalogueTexts.no
  if (typeof value === 'string') return catalogueTexts.words[value] ?? nameOf(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const members: readonly unknown[] = value
    return members.length === 0 ? texts.absent : members.map((member) => valueText(member, nameOf)).join('、')
  }
  return Object.entries(value)
    .map(([field, member]) => `${catalogueTexts.fields[field] ?? field}：${valueText(member, nameOf)}`)
    .join('；')
}
