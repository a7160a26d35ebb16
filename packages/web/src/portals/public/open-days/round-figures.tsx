/**
 * How large a round was, and what became of its questions.
 */

import type { CallOutput } from '../../../api/call.ts'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useOpenDaysTexts } from './use-open-days-texts.ts'

type Figures = CallOutput<'GET /api/open-days'>['rounds'][number]['figures']

export function RoundFigures({ figures }: { readonly figures: Figures }) {
  const texts = useOpenDaysTexts()
  const { unit } = texts
  const said = (count: number, of: string) => (of === '' ? String(count) : `${count} ${of}`)
  return (
    <TitleBlock
      cells={[
        { label: texts.hosts, value: said(figures.hosts, unit.hosts) },
        { label: texts.carriers, value: said(figures.carriers, unit.carriers) },
        { label: texts.companies, value: said(figures.companies, unit.companies), note: texts.companiesNote },
        { label: texts.onSite, value: said(figures.answeredOnSite, unit.questions) },
        {
          label: texts.toRegister,
          value: said(figures.toRegister, unit.questions),
          note: texts.closed(String(figures.closed)),
        },
      ]}
    />
  )
}
