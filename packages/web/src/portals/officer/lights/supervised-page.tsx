/**
 * One supervised project: its nodes and why they show what they show; what may be recorded and ordered.
 */

import './lights.css'
import { useApi } from '../../../api/use-api.ts'
import { lightsTexts } from '../../../texts/lights-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { StaffDetailPage } from '../staff-page.tsx'
import { LinkOfProject } from './link-of-project.tsx'
import { NodeActs } from './node-acts.tsx'
import { OrdersOfProject } from './orders-of-project.tsx'
import { PausesOfProject } from './pauses-of-project.tsx'
import { colourOf, type Supervised } from './supervised.ts'

const texts = lightsTexts.page

export function SupervisedPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/supervision/projects/:id', { params: { id } })
  const { again } = reading
  return <Awaited reading={reading}>{(shown) => <Page shown={shown} again={again} />}</Awaited>
}

function Page({ shown, again }: { readonly shown: Supervised; readonly again: () => void }) {
  const { row } = shown
  return (
    <StaffDetailPage
      title={row.name}
      back={{ href: '/work/lights', label: texts.back }}
      state={<Light colour={colourOf(row.light)}>{row.lightName}</Light>}
      facts={[
        { label: texts.number, value: row.number },
        { label: texts.company, value: row.company },
        { label: texts.sector, value: row.sector },
        { label: texts.park, value: row.park },
        { label: texts.unit, value: row.unitName },
      ]}
      left={
        <>
          <Nodes shown={shown} />
          <Changes shown={shown} />
          <Plans shown={shown} />
        </>
      }
      right={
        <>
          <OrdersOfProject shown={shown} again={again} />
          <LinkOfProject id={row.id} again={again} />
          <NodeActs id={row.id} nodes={row.nodes} again={again} />
          <PausesOfProject shown={shown} again={again} />
        </>
      }
    />
  )
}

function Nodes({ shown: { row } }: { readonly shown: Supervised }) {
  return (
    <section className="light-section">
      <h2>{texts.nodes}</h2>
      <p className="light-why">{row.sentence}</p>
      <table className="node-table">
        <thead>
          <tr>
            <th scope="col">{texts.node}</th>
            <th scope="col">{lightsTexts.light}</th>
            <th scope="col">{texts.planned}</th>
            <th scope="col">{texts.done}</th>
          </tr>
        </thead>
        <tbody>
          {row.nodes.map(({ node, name, light, lightName, plannedOn, dueOn, doneOn }) => (
            <tr key={node}>
              <th scope="row">{name}</th>
              <td>
                <Light colour={colourOf(light)}>{lightName}</Light>
              </td>
              <td className="day" data-label={texts.planned}>
                {plannedOn === null ? texts.notPlanned : dayText(plannedOn)}
                {dueOn !== null && dueOn !== plannedOn && (
                  <small className="hint">{texts.movedTo(dayText(dueOn))}</small>
                )}
              </td>
              <td className="day" data-label={texts.done}>
                {doneOn === null ? texts.notDone : dayText(doneOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Changes({ shown: { changes, row } }: { readonly shown: Supervised }) {
  return (
    <section className="light-section">
      <h2>{texts.history}</h2>
      <ul className="light-lines">
        {changes.map(({ node, on, after, sentence }) => (
          <li key={`${node} ${on} ${after}`}>
            {dayText(on)}　{row.nodes.find((one) => one.node === node)?.name}{' '}
            <Light colour={colourOf(after)}>{lightsTexts.lights[after]}</Light>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By node, and for each the first plan first. */
function inOrder(plans: Supervised['plans'], nodes: Supervised['row']['nodes']): Supervised['plans'] {
  return nodes.flatMap(({ node }) => plans.filter((plan) => plan.node === node))
}

function Plans({ shown: { plans, row } }: { readonly shown: Supervised }) {
  return (
    <section className="light-section">
      <h2>{texts.plans}</h2>
      <ul className="light-lines">
        {inOrder(plans, row.nodes).map(({ node, on, decidedOn, document }) => (
          <li key={`${node} ${on} ${decidedOn ?? ''}`}>
            {row.nodes.find((one) => one.node === node)?.name}　{dayText(on)}
            <p>
              {decidedOn === null ? texts.first : dayText(decidedOn)}：{document}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
