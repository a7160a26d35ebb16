/**
 * The papers of a draft: those the applicant brings, one by one, and those nobody is asked for.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { type Reading, useApi } from '../../../../api/use-api.ts'
import {
  type Attached,
  type Case,
  HousePapers,
  type Library,
  PaperItem,
  useCaseAnswers,
} from '../../../../features/cases/index.ts'
import { useLink } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Shell } from '../../../../ui/shell.tsx'
import { Title } from '../../../../ui/title.tsx'
import { PromiseList } from './promise-list.tsx'

type Form = CallOutput<'GET /api/cases/:id/form'>

export function PapersPage({ id }: { readonly id: string }) {
  const { papers: texts } = casesZhCN
  const params = { id }
  const file = useApi('GET /api/cases/:id', { params })
  const form = useApi('GET /api/cases/:id/form', { params })
  const evidence = useApi('GET /api/cases/:id/evidence', { params })
  const library = useApi('GET /api/evidence')
  const again = () => {
    for (const reading of [file, evidence, library]) reading.again()
  }
  return (
    <Shell back={`/my/files/${id}`}>
      <Title>{texts.title}</Title>
      <Awaited reading={file}>
        {(opened) => (
          <Awaited reading={form}>
            {(read) => (
              <Awaited reading={evidence}>
                {({ evidence: attached }) => (
                  <Papers
                    file={opened}
                    form={read}
                    attached={attached}
                    library={valueOf(library)}
                    onChange={again}
                  />
                )}
              </Awaited>
            )}
          </Awaited>
        )}
      </Awaited>
    </Shell>
  )
}

/** The library is a convenience: without it papers are uploaded. */
function valueOf(reading: Reading<Library>): Library | undefined {
  return reading.state === 'ready' ? reading.value : undefined
}

interface PapersProps {
  readonly file: Case
  readonly form: Form
  readonly attached: readonly Attached[]
  readonly library: Library | undefined
  readonly onChange: () => void
}

function Papers({ file, form, attached, library, onChange }: PapersProps) {
  const { papers: texts } = casesZhCN
  const link = useLink()
  const { answers, change, save } = useCaseAnswers(file)
  const asked = file.service.requirements.filter(
    ({ source, state }) => source === 'applicant' && state !== 'promised',
  )
  return (
    <>
      <h2>{texts.yours}</h2>
      <p>
        {texts.yoursLead} {texts.hint}
      </p>
      <ol className="papers">
        {asked.map((requirement) => {
          const section = form.sections.findIndex((each) => each.requirement === requirement.id)
          return (
            <PaperItem
              key={requirement.id}
              file={file}
              requirement={requirement}
              attached={attached.filter((each) => each.requirement === requirement.id)}
              library={library}
              form={
                section < 0
                  ? undefined
                  : {
                      href: `/my/files/${file.id}/form/${section}`,
                      answered: form.sections[section]?.answered === true,
                    }
              }
              isLater={answers[`later.${requirement.id}`] === true}
              onLater={(later) => {
                change(`later.${requirement.id}`, later)
                void save()
              }}
              onChange={onChange}
            />
          )
        })}
      </ol>
      <PromiseList file={file} onChange={onChange} />
      <HousePapers file={file} />
      <div className="actions">
        <Link className="button" href={link(`/my/files/${file.id}/check`)}>
          {texts.next}
        </Link>
      </div>
    </>
  )
}
