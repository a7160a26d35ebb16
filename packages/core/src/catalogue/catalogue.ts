/**
 * The catalogue: everything that can be asked for in the zone, what asking depends on, and the path around it.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { accept, type Result, refuse } from '../kernel/index.ts'
import { type Canonical, canonicalJson } from '../ledger/index.ts'
import type { CatalogueEntries } from './catalogue-entries.ts'
import { catalogueFaults } from './checks/catalogue-faults.ts'
import { readDerivedFact } from './projects/derived-fact.ts'
import { readAttributeTopic, readProjectAttribute } from './projects/project-attribute.ts'
import { readProjectPath } from './projects/project-path.ts'
import { type ContentFinding, type Entry, entriesAt, entryOf, isFields, onlyFields } from './reading/entry.ts'
import { readAuthority } from './services/authority.ts'
import { readEvidenceType, readRegister } from './services/evidence-type.ts'
import { readOutput } from './services/output.ts'
import { readPublicService } from './services/public-service.ts'
import { readServiceGroup, readStage } from './services/stage.ts'
import { readStatute } from './services/statute.ts'

/** A catalogue that was read and cross-checked. */
export interface Catalogue extends CatalogueEntries {
  /** hash of the content, 64 hexadecimal digits: the same content has the same version everywhere */
  readonly version: string
}

/** What a catalogue is read with. */
export interface CatalogueSetting {
  /** language tags every text is written in */
  readonly languages: readonly string[]
}

/** The parts of the content of a catalogue; each is a list, `path` a record of lists. */
export const catalogueParts = [
  ...([
    'authorities',
    'stages',
    'groups',
    'statutes',
    'registers',
    'services',
    'evidence',
    'outputs',
  ] as const),
  ...(['topics', 'attributes', 'derivedFacts', 'path'] as const),
] as const

/**
 * Reads a catalogue from parsed content, a record of `catalogueParts`. Refuses with every finding in `because.findings`:
 * malformed entries, ids that are repeated or lead nowhere, circles, and what else `checks/` finds.
 */
export function parseCatalogue(
  content: unknown,
  setting: CatalogueSetting,
): Result<Catalogue, 'catalogue-not-readable'> {
  const findings: ContentFinding[] = []
  const { languages } = setting
  const top: Entry = { fields: isFields(content) ? content : {}, path: [], languages, findings }
  const read = readParts(top)
  findings.push(...catalogueFaults(read))
  if (findings.length > 0) return refuse('catalogue-not-readable', { findings })
  const version = bytesToHex(sha256(utf8ToBytes(canonicalJson(content as Canonical))))
  return accept({ version, ...read })
}

function readParts(top: Entry): CatalogueEntries {
  onlyFields(top, catalogueParts.join(' '))
  const services = entriesAt(top, 'services').map(readPublicService)
  return {
    authorities: entriesAt(top, 'authorities').map(readAuthority),
    stages: entriesAt(top, 'stages').map(readStage),
    groups: entriesAt(top, 'groups').map(readServiceGroup),
    statutes: entriesAt(top, 'statutes').map(readStatute),
    registers: entriesAt(top, 'registers').map(readRegister),
    services,
    evidenceTypes: entriesAt(top, 'evidence').map(readEvidenceType),
    outputs: entriesAt(top, 'outputs').map(readOutput),
    topics: entriesAt(top, 'topics').map(readAttributeTopic),
    attributes: entriesAt(top, 'attributes').map(readProjectAttribute),
    derivedFacts: entriesAt(top, 'derivedFacts').map(readDerivedFact),
    path: readProjectPath(entryOf(top, top.fields.path ?? {}, ['path']), services),
  }
}
