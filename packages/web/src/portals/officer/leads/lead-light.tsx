import { leadsTexts } from '../../../texts/leads-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'

interface LeadLightProps {
  readonly light: 'green' | 'amber' | 'red' | null
  readonly left?: number | undefined
}

/** The light of a lead or of one limit, with the days that are left. */
export function LeadLight({ light, left }: LeadLightProps) {
  if (light === null) return <Light colour="plain">{leadsTexts.list.counts.over}</Light>
  const words = left === undefined ? leadsTexts.list.counts[light] : leadsTexts.list.left(left)
  return <Light colour={light}>{words}</Light>
}
