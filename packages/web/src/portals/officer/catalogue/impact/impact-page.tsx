/**
 * What publishing the draft would do to running projects, and the way to publish it.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { Framed } from '../../staff-page.tsx'
import type { CatalogueDesk } from '../catalogue-desk.ts'
import { CatalogueTabs } from '../catalogue-tabs.tsx'
import { ChangeList } from '../change-list.tsx'
import { EffectTable } from './effect-table.tsx'
import { PublishPanel } from './publish-panel.tsx'

const texts = catalogueTexts.impact

export function ImpactPage() {
  const reading = useApi('GET /api/catalogue/draft')
  const { again } = reading
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.lead}</p>
      </div>
      <div className="staff-tools">
        <CatalogueTabs />
      </div>
      <Awaited reading={reading}>{(desk) => <Desk desk={desk} again={again} />}</Awaited>
    </Framed>
  )
}

interface DeskProps {
  readonly desk: CatalogueDesk
  readonly again: () => void
}

function Desk({ desk, again }: DeskProps) {
  const { draft } = desk
  return (
    <div className="staff-halves impact">
      <div>
        {draft === null && <p className="staff-panel">{texts.noDraft}</p>}
        {draft !== null && draft.findings.length > 0 && (
          <div className="staff-panel">
            <p>{texts.faulty(draft.findings.length)}</p>
            <p>
              <Link href="/work/catalogue?show=faulty">{texts.toFindings}</Link>
            </p>
          </div>
        )}
        {draft !== null && draft.findings.length === 0 && <Effects key={draft.revision} />}
        {draft !== null && <Changes desk={desk} draft={draft} />}
      </div>
      <div>
        <PublishPanel desk={desk} again={again} />
      </div>
    </div>
  )
}

type Impact = CallOutput<'GET /api/catalogue/draft/impact'>

function Effects() {
  const reading = useApi('GET /api/catalogue/draft/impact')
  return (
    <Awaited reading={reading}>
      {(impact) => (
        <>
          <Summary impact={impact} />
          <section className="staff-list impact-gap" aria-label={texts.facts.affected}>
            <EffectTable projects={impact.projects} />
          </section>
          <Untouched cases={impact.cases} />
        </>
      )}
    </Awaited>
  )
}

function Summary({ impact }: { readonly impact: Impact }) {
  const { projects, soonest, latest, unchanged, withoutPlan, cases } = impact
  const { facts } = texts
  const shifted = (count: number) => (count === 0 ? texts.nobody : texts.days(count))
  const lines = [
    { label: facts.affected, value: texts.projects(projects.length) },
    { label: facts.soonest, value: shifted(soonest) },
    { label: facts.latest, value: shifted(latest) },
    {
      label: facts.unchanged,
      value: texts.projects(unchanged),
      note: withoutPlan === 0 ? undefined : texts.withoutPlan(withoutPlan),
    },
    { label: facts.cases, value: texts.casesKept(cases.total) },
  ]
  return (
    <dl className="staff-block">
      {lines.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Untouched({ cases: { total, listed } }: Pick<Impact, 'cases'>) {
  return (
    <section className="staff-panel" aria-label={texts.untouched}>
      <h2>{texts.untouched}</h2>
      <p className="section-hint">{total === 0 ? texts.noCases : texts.untouchedLead}</p>
      {listed.length > 0 && (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                {[texts.case, texts.service, texts.opened, texts.version].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {listed.map(({ number, service, openedOn, begunWith }) => (
                <tr key={number}>
                  <td>{number}</td>
                  <td>{service.name}</td>
                  <td>{dayText(openedOn)}</td>
                  <td>{begunWith === null ? texts.earlier : catalogueTexts.draft.version(begunWith)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {listed.length < total && <p className="section-hint">{texts.moreCases(listed.length, total)}</p>}
    </section>
  )
}

interface ChangesProps {
  readonly desk: CatalogueDesk
  readonly draft: NonNullable<CatalogueDesk['draft']>
}

function Changes({ desk, draft: { services, others } }: ChangesProps) {
  const nameOf = (id: string) => desk.services.find((service) => service.id === id)?.name ?? id
  if (services.length + others.length === 0) return null
  return (
    <section className="staff-panel" aria-label={texts.changes}>
      <h2>{texts.changes}</h2>
      {services.map(({ id, kind, changes }) => (
        <div key={id} className="changed-service">
          <h3>
            <Link href={`/work/catalogue/${id}`}>{nameOf(id)}</Link>
            {kind !== 'changed' && <span className="tag">{catalogueTexts.kinds[kind]}</span>}
          </h3>
          <ChangeList changes={changes} nameOf={nameOf} />
        </div>
      ))}
      {others.length > 0 && <ChangeList changes={others} nameOf={nameOf} />}
    </section>
  )
}
