/**
 * The records of a package, field by field: nothing is folded away, because what stands here is what leaves.
 */

import { exchangeTexts } from '../../../../texts/exchange-zh-cn.ts'
import type { ContentShown } from './exchange-shown.ts'

const texts = exchangeTexts.page

interface RecordsProps {
  readonly caption: string
  readonly content: ContentShown
}

export function RecordsTable({ caption, content: { fields, records } }: RecordsProps) {
  return (
    <section className="exchange-records" tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            {fields.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, at) => (
            <tr key={at}>
              {fields.map(({ id }) => (
                <td key={id}>{record[id] ?? texts.empty}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
