/**
 * What the signs of the chart mean, each drawn as it is drawn there.
 */

import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'

export function ChartLegend({ texts }: { readonly texts: PlanningTexts }) {
  const { legend, tools } = texts
  return (
    <div className="chart-legend">
      <ul aria-label={legend.label}>
        {(['critical', 'plain', 'duty', 'done', 'overdue'] as const).map((role) => (
          <li key={role}>
            <svg width="26" height="14" aria-hidden="true">
              <g className={`bar ${role}`}>
                <rect className="shape" x="1" y="2" width="24" height="10" rx="2" />
              </g>
            </svg>
            {legend[role]}
          </li>
        ))}
        <li>
          <svg width="26" height="14" aria-hidden="true">
            <path className="wave" d="M1 7q3 -4 6 0q3 4 6 0q3 -4 6 0q3 4 6 0" />
          </svg>
          {legend.float}
        </li>
        <li>
          <svg width="12" height="14" aria-hidden="true">
            <rect className="rest holiday" x="3" y="0" width="5" height="14" />
          </svg>
          {legend.rest}
        </li>
      </ul>
      <details className="keys">
        <summary>{tools.keys}</summary>
        <p>{tools.keysText}</p>
      </details>
    </div>
  )
}
