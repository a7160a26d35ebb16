/**
 * One figure: its value, what it was a year before, what it is counted from.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { figuresTexts as texts } from '../../../texts/figures-zh-cn.ts'

type Figure = CallOutput<'GET /api/statistics/dashboard'>['groups'][number]['figures'][number]

interface FigureCellProps {
  readonly figure: Figure
  readonly from: string
  readonly asOf: string
}

export function FigureCell({ figure, from, asOf }: FigureCellProps) {
  const { label, text, textBefore, definition, owner, recordsName, metName, form, total, met } = figure
  return (
    <article className="figure-cell">
      <h3>{label}</h3>
      <p className="figure-value">{form === 'count' ? count(total) : text}</p>
      {form === 'share' && total > 0 && <Bar met={met} total={total} />}
      <p className="figure-before">
        {texts.before} {form === 'count' && figure.before !== null ? count(figure.before) : textBefore}
        <span>{changeText(figure)}</span>
      </p>
      {total === 0 ? (
        <p className="figure-records hint">{texts.noRecords}</p>
      ) : (
        <p className="figure-records">
          <Link
            href={`/work/figures/${figure.records}?from=${from}&asOf=${asOf}`}
            aria-label={`${label}：${texts.records(count(total))}`}
          >
            {texts.records(count(total))}
          </Link>
        </p>
      )}
      <details>
        <summary>{texts.definition}</summary>
        <p>{definition}</p>
        {form === 'share' && (
          <p>
            {metName} ÷ {recordsName} = {texts.share(count(met), count(total))}
          </p>
        )}
        <p>
          {texts.owner}：{owner}
        </p>
      </details>
    </article>
  )
}

function Bar({ met, total }: { readonly met: number; readonly total: number }) {
  return (
    <div className="figure-bar" aria-hidden="true">
      <span style={{ inlineSize: `${(met / total) * 100}%` }} />
    </div>
  )
}

function count(figure: number): string {
  return figure.toLocaleString('en')
}

/** Shares differ by points of a percent, counts by so many. */
function changeText({ form, value, before }: Figure): string {
  if (value === null || before === null) return ''
  const change = value - before
  if (change === 0) return texts.same
  const size = Math.abs(change)
  const text = form === 'count' ? count(size) : texts.points((size / 100).toFixed(2))
  return change > 0 ? texts.more(text) : texts.less(text)
}
