/**
 * One section of the form of a case.
 */

import { useLocation, useSearch } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { type Case, SectionForm, useWord } from '../../../../features/cases/index.ts'
import { useLink } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Shell } from '../../../../ui/shell.tsx'
import { Title } from '../../../../ui/title.tsx'
import { papersToBring } from './draft-progress.ts'

type Form = CallOutput<'GET /api/cases/:id/form'>

interface FormPageProps {
  readonly id: string
  readonly section: number
}

export function FormPage({ id, section }: FormPageProps) {
  const file = useApi('GET /api/cases/:id', { params: { id } })
  const form = useApi('GET /api/cases/:id/form', { params: { id } })
  return (
    <Shell back={section === 0 ? `/my/files/${id}` : `/my/files/${id}/form/${section - 1}`}>
      <Awaited reading={file}>
        {(opened) => (
          <Awaited reading={form}>{(read) => <Section file={opened} form={read} at={section} />}</Awaited>
        )}
      </Awaited>
    </Shell>
  )
}

interface SectionProps {
  readonly file: Case
  readonly form: Form
  readonly at: number
}

function Section({ file, form, at }: SectionProps) {
  const { form: texts } = casesZhCN
  const word = useWord()
  const link = useLink()
  const [, navigate] = useLocation()
  const returnTo = new URLSearchParams(useSearch()).get('from')
  const section = form.sections[at] ?? form.sections[0]
  if (section === undefined) return null
  const count = form.sections.length
  const base = `/my/files/${file.id}`
  const isLast = at + 1 >= count
  const afterLast = papersToBring(file, form).length > 0 ? `${base}/papers` : `${base}/check`
  const next = isLast ? afterLast : `${base}/form/${at + 1}`
  return (
    <>
      <div className="progress">
        {count > 1 && <span>{texts.position(String(at + 1), String(count))}</span>}
        <span>{word(file.service.name)}</span>
      </div>
      {count > 1 && (
        <div className="rule">
          <i style={{ width: `${((at + 1) / count) * 100}%` }} />
        </div>
      )}
      <Title>{section.name === null ? texts.general : word(section.name)}</Title>
      {section.requirement !== null && <p>{texts.generated}</p>}
      <SectionForm
        file={file}
        section={section}
        button={texts.next}
        onDone={() =>
          navigate(link(returnTo === 'check' ? `${base}/check` : returnTo === 'case' ? base : next))
        }
      />
    </>
  )
}
