/**
 * The two templates of staff pages on the component kit: a list to choose from, and one thing with its two halves.
 * Both stand in the frame of the workbench and take the whole width of the screen.
 */

import './staff-page.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'
import { StaffTheme } from './staff-theme.tsx'

interface StaffListPageProps {
  readonly title: string
  /** one sentence under the title: what is shown and in which order */
  readonly lead?: string
  /** filters and acts above the list */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A page of many: title, tools, list. */
export function StaffListPage({ title, lead, tools, children }: StaffListPageProps) {
  return (
    <Framed>
      <div className="staff-head">
        <Title>{title}</Title>
        {lead !== undefined && <p className="staff-lead">{lead}</p>}
      </div>
      {tools !== undefined && <div className="staff-tools">{tools}</div>}
      <div className="staff-list">{children}</div>
    </Framed>
  )
}

interface StaffDetailPageProps {
  readonly title: string
  /** the list this one was chosen from */
  readonly back: { readonly href: string; readonly label: string }
  /** beside the title: state and light */
  readonly state?: ReactNode
  /** what this one is, in the title block */
  readonly facts?: readonly { readonly label: string; readonly value: ReactNode }[]
  readonly left: ReactNode
  readonly right: ReactNode
  /** whether the right half stays in sight while the left one is scrolled */
  readonly rightStays?: boolean
}

/** A page of one: title block, then two halves side by side where the screen is wide enough. */
export function StaffDetailPage(props: StaffDetailPageProps) {
  const { title, back, state, facts, left, right, rightStays = false } = props
  return (
    <Framed>
      <Link className="back" href={back.href}>
        {back.label}
      </Link>
      <div className="staff-head">
        <Title>{title}</Title>
        {state}
      </div>
      {facts !== undefined && (
        <dl className="staff-block">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="staff-halves">
        <div>{left}</div>
        <div className={rightStays ? 'stays' : undefined}>{right}</div>
      </div>
    </Framed>
  )
}

/** The frame and theme alone, for pages that are neither a list nor a detail. */
export function Framed({ children }: { readonly children: ReactNode }) {
  return (
    <StaffShell isFluid>
      <StaffTheme>
        <div className="staff-wide">{children}</div>
      </StaffTheme>
    </StaffShell>
  )
}
