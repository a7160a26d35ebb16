/**
 * What was reported, opened in this browser; pictures are drawn anew, and there is no way out but the screen.
 */

import { parseReport, type Report, type ReportFile } from '@guanjia/core/leads'
import { decodeBase64 } from '@guanjia/core/ledger'
import { useEffect, useState } from 'react'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { openKeys } from '../key-ring.ts'
import { openWords } from '../sealed-words.ts'
import type { OpenedLead } from './opened-lead.ts'

const texts = leadsTexts.lead

type Opened = Report | 'unreadable' | undefined

function useReport({ id, envelopes }: OpenedLead): Opened {
  const [report, setReport] = useState<Opened>()
  useEffect(() => {
    let gone = false
    const [content] = envelopes
    void (content && openWords({ leadId: id, part: 'content' }, content, openKeys()))?.then((words) => {
      const parsed = words === undefined ? undefined : parseReport(words)
      if (!gone) setReport(parsed?.ok === true ? parsed.value : 'unreadable')
    })
    return () => {
      gone = true
    }
  }, [id, envelopes])
  return report
}

export function ReportPanel({ lead }: { readonly lead: OpenedLead }) {
  const report = useReport(lead)
  return (
    <section className="staff-panel" aria-live="polite">
      <h2>{texts.said}</h2>
      {report === 'unreadable' && <p>{texts.unreadable}</p>}
      {report !== undefined && report !== 'unreadable' && <Said report={report} />}
    </section>
  )
}

function Said({ report }: { readonly report: Report }) {
  const { text, files, isRetaliation } = report
  const rest = ([texts.when, texts.where, texts.who] as const).map(
    (label, place) => [label, [report.when, report.where, report.who][place] ?? ''] as const,
  )
  const told = rest.filter(([, value]) => value !== '')
  return (
    <>
      {isRetaliation && <p className="lead-new">{texts.isRetaliation}</p>}
      <p className="lead-words">{text}</p>
      {told.length > 0 && (
        <dl className="lead-facts">
          {told.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {files.length > 0 && <Pictures files={files} />}
    </>
  )
}

function Pictures({ files }: { readonly files: readonly ReportFile[] }) {
  return (
    <>
      <h3>{texts.pictures}</h3>
      <ul className="lead-pictures">
        {files.map((file, place) => (
          <li key={file.name}>
            <Picture file={file} label={texts.picture(place + 1)} />
          </li>
        ))}
      </ul>
      <p className="lead-hint">{texts.pictureNote}</p>
    </>
  )
}

/** Draws the picture anew: what else the file may hold is never handed to anything that shows it. */
function Picture({ file, label }: { readonly file: ReportFile; readonly label: string }) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null)
  useEffect(() => {
    const bytes = decodeBase64(file.bytes)
    if (canvas === null || bytes === undefined) return
    void createImageBitmap(new Blob([bytes], { type: file.type })).then(
      (bitmap) => {
        canvas.width = bitmap.width
        canvas.height = bitmap.height
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
        bitmap.close()
      },
      () => undefined,
    )
  }, [canvas, file])
  return <canvas ref={setCanvas} role="img" aria-label={label} />
}
