/**
 * Beside the form: what is wrong, here and by this elsewhere, and what differs from the version the draft rests on.
 */

import { Link } from 'wouter'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { ChangeList, type NameOf, pathText } from '../change-list.tsx'
import { findingText } from './fields.tsx'
import type { SavedService } from './use-service-draft.ts'

interface FindingsPanelProps {
  readonly id: string
  readonly findings: SavedService['findings']
  readonly nameOf: NameOf
}

export function FindingsPanel({ id, findings, nameOf }: FindingsPanelProps) {
  const texts = catalogueTexts.findingsPanel
  const [own, others] = [
    findings.filter(({ service }) => service === id),
    findings.filter(({ service }) => service !== id),
  ]
  return (
    <section className="staff-panel" aria-label={texts.title} aria-live="polite">
      <h2>{texts.title}</h2>
      {own.length === 0 && <p className="all-well">● {texts.clean}</p>}
      <ul className="finding-list">
        {own.map(({ code, path, sentence, line }) => (
          <li key={`${code} ${path.join('.')} ${sentence}`}>
            <b>◆ {pathText(path.map(placed), nameOf)}</b>
            <span>{findingText(code)}</span>
            <small>
              {catalogueTexts.service.line(line)} · <span lang="en">{sentence}</span>
            </small>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{texts.elsewhere}</h3>
          <ul className="finding-list">
            {others.map(({ service, code, path, sentence }) => (
              <li key={`${String(service)} ${code} ${path.join('.')} ${sentence}`}>
                {service === null ? (
                  <b>◆ {texts.whole}</b>
                ) : (
                  <Link href={`/work/catalogue/${service}`}>◆ {nameOf(service)}</Link>
                )}
                <span>{findingText(code)}</span>
                <small lang="en">{sentence}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** People count from 1. */
function placed(part: string | number): string | number {
  return typeof part === 'number' ? part + 1 : part
}

interface ChangesPanelProps {
  readonly base: number
  readonly saved: SavedService
  readonly nameOf: NameOf
}

export function ChangesPanel({ base, saved: { published, changes }, nameOf }: ChangesPanelProps) {
  const texts = catalogueTexts.changesPanel
  const said = published === null ? texts.fresh : texts.none
  return (
    <section className="staff-panel" aria-label={texts.title(base)}>
      <h2>{texts.title(base)}</h2>
      {changes.length === 0 ? (
        <p className="quiet">{said}</p>
      ) : (
        <ChangeList changes={changes} nameOf={nameOf} />
      )}
    </section>
  )
}
