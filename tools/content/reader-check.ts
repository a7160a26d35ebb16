/**
 * What the server would say of a zone's content: every reader of every room reads it, as at the start of the house. A file
 * that is missing, and a value that no room could use, is found here and not at the start.
 */

import { join, relative } from 'node:path'
import { ZodError } from 'zod'
import { readCatalogueContent } from '../../packages/server/src/catalogue/catalogue-content.ts'
import { readOutreachContent } from '../../packages/server/src/counters/outreach-content.ts'
import { readDemonstrationIssues } from '../../packages/server/src/demonstration/issues/issues-content.ts'
import { readDemonstrationPeople } from '../../packages/server/src/demonstration/people.ts'
import { readRegisterPlan } from '../../packages/server/src/demonstration/register.ts'
import { readFeedbackContent } from '../../packages/server/src/feedback/content/feedback-content.ts'
import { readQuestionnairesContent } from '../../packages/server/src/feedback/content/questionnaires-content.ts'
import { readIntakeContent } from '../../packages/server/src/leads/content/intake-content.ts'
import { readNoticesContent } from '../../packages/server/src/notifications/notices-content.ts'
import { readPlanWords } from '../../packages/server/src/planning/plan-words.ts'
import { readProblemTexts } from '../../packages/server/src/platform/http/problems/problem-texts.ts'
import { readZoneContent } from '../../packages/server/src/platform/zone-content.ts'
import { readQuestionnaireContent } from '../../packages/server/src/projects/questionnaire-content.ts'
import { readStewardsContent } from '../../packages/server/src/projects/stewards-content.ts'
import { readPaperContent } from '../../packages/server/src/registration/licence/licence-content.ts'
import { loadNameTables } from '../../packages/server/src/registration/name-tables.ts'
import { readNameSentences } from '../../packages/server/src/registration/name-view.ts'
import { readRegistrationContent } from '../../packages/server/src/registration/registration-content.ts'
import { readDashboardContent } from '../../packages/server/src/statistics/dashboard/dashboard-content.ts'
import { readIndicators } from '../../packages/server/src/statistics/statistics-content.ts'
import { readCampaignsContent } from '../../packages/server/src/supervision/campaigns/campaigns-content.ts'
import { readLightsContent } from '../../packages/server/src/supervision/lights-content.ts'
import { readObligationsContent } from '../../packages/server/src/supervision/obligations/obligations-content.ts'
import { type ContentFile, type Finding, findingAt, type ValuePath } from './content-file.ts'

/** A reader and where its files are, below the zone. */
interface ContentReader {
  readonly place: string
  readonly read: (folder: string) => unknown
}

const readers: readonly ContentReader[] = [
  { place: 'zone.yaml', read: readZoneContent },
  { place: 'problems/', read: readProblemTexts },
  { place: 'catalogue/', read: readCatalogueContent },
  { place: 'counters/outreach.yaml', read: readOutreachContent },
  { place: 'feedback/', read: readFeedbackContent },
  { place: 'questionnaires/', read: readQuestionnairesContent },
  { place: 'leads/intake.yaml', read: readIntakeContent },
  { place: 'stewards.yaml', read: readStewardsContent },
  { place: 'questionnaire.yaml', read: readQuestionnaireContent },
  { place: 'names/', read: (folder) => loadNameTables(join(folder, 'names')) },
  { place: 'names/legality.yaml', read: readNameSentences },
  { place: 'registration/', read: readRegistrationContent },
  { place: 'documents/', read: readPaperContent },
  { place: 'documents/plan.yaml', read: readPlanWords },
  { place: 'notices/', read: (folder) => readNoticesContent(folder, 0) },
  { place: 'statistics/overview.yaml', read: readIndicators },
  { place: 'statistics/dashboard.yaml', read: readDashboardContent },
  { place: 'supervision/lights.yaml', read: readLightsContent },
  { place: 'supervision/campaigns.yaml', read: readCampaignsContent },
  { place: 'supervision/obligations.yaml', read: readObligationsContent },
  { place: 'demonstration/issues.yaml', read: readDemonstrationIssues },
  { place: 'demonstration/people.yaml', read: readDemonstrationPeople },
  { place: 'demonstration/register.yaml', read: readRegisterPlan },
]

/** Everything the rooms cannot read in the content below `folder`; files that are no YAML were named before. */
export function readerFindings(
  folder: string,
  home: string,
  files: readonly ContentFile[],
): readonly Finding[] {
  return readers.flatMap(({ place, read }) => {
    try {
      read(folder)
      return []
    } catch (error) {
      return findingsOf(error, { place, folder, home, files })
    }
  })
}

interface Place {
  readonly place: string
  readonly folder: string
  readonly home: string
  readonly files: readonly ContentFile[]
}

function findingsOf(error: unknown, { place, folder, home, files }: Place): readonly Finding[] {
  if (isMissingFile(error)) {
    const file = relative(home, error.path)
    return [{ file, line: 1, code: 'file-missing', sentence: 'The file is missing.' }]
  }
  const below = files.filter((file) => file.place.startsWith(place))
  const here = { file: relative(home, join(folder, place)), line: 1, code: 'content-unreadable' }
  const at = (file: ContentFile | undefined, path: ValuePath, sentence: string): Finding =>
    file === undefined ? { ...here, sentence } : findingAt(file, path, 'content-unreadable', sentence)
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => {
      const keys = path.map((key) => (typeof key === 'symbol' ? String(key) : key))
      return at(holderOf(below, keys), keys, `${keys.join('.')}: ${message}`)
    })
  const sentence = error instanceof Error ? error.message : String(error)
  const named = files.find((file) => sentence.startsWith(`${file.place}: `))
  return [at(named ?? (below.length === 1 ? below[0] : undefined), [], sentence)]
}

function isMissingFile(error: unknown): error is Error & { readonly path: string } {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error
}

/** The one file that has most of the keys of a path. */
function holderOf(files: readonly ContentFile[], path: ValuePath): ContentFile | undefined {
  if (files.length === 1) return files[0]
  const depths = files.map((file) => ({ file, depth: depthOf(file.value, path) }))
  const deepest = Math.max(...depths.map(({ depth }) => depth))
  const holders = depths.filter(({ depth }) => depth === deepest)
  return holders.length === 1 ? holders[0]?.file : undefined
}

/** How many keys of a path lead somewhere. */
function depthOf(value: unknown, [key, ...rest]: ValuePath): number {
  if (key === undefined || typeof value !== 'object' || value === null || !(key in value)) return 0
  return 1 + depthOf((value as Readonly<Record<string | number, unknown>>)[key], rest)
}
