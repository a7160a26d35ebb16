/**
 * The desks of the workbench and whose they are.
 */

import type { Role } from '@guanjia/core/access'
import { staffTexts } from '../../texts/staff-zh-cn.ts'

/** The address of a desk. */
export type DeskPath = keyof typeof staffTexts.desks

const whoseDesk: Readonly<Record<DeskPath, readonly Role[]>> = {
  '/work/registrar': ['registrar', 'registrar-lead'],
  '/work/counter': ['clerk'],
  '/work/outreach': ['clerk'],
  '/work/department': ['reviewer', 'department-head'],
  '/work/voice': ['dispatcher', 'reviewer', 'department-head'],
  '/work/voice/phone': ['clerk'],
  '/work/stops': ['reviewer', 'department-head'],
  '/work/voice/mailbox': ['operator'],
  '/work/space': ['carrier'],
  '/work/space/needs': [
    'reviewer',
    'department-head',
    'steward',
    'steward-lead',
    'supervisor',
    'supervisor-lead',
    'dispatcher',
  ],
  '/work/stewards': ['steward', 'steward-lead'],
  '/work/catalogue': ['content-editor'],
  '/work/figures': ['leader', 'supervisor-lead', 'auditor'],
  '/work/lights': ['supervisor', 'supervisor-lead'],
  '/work/supervision/obligations': ['supervisor', 'supervisor-lead', 'reviewer', 'department-head', 'leader'],
  '/work/supervision/tasks': ['supervisor', 'supervisor-lead', 'reviewer', 'department-head'],
  '/work/supervision/inspections': ['supervisor', 'supervisor-lead'],
  '/work/supervision/invitations': ['partner'],
  '/work/supervision/consultations': [
    'supervisor',
    'supervisor-lead',
    'reviewer',
    'department-head',
    'steward',
    'steward-lead',
  ],
  '/work/supervision/exchange': ['supervisor', 'supervisor-lead'],
  '/work/supervision/unit': ['reviewer', 'department-head'],
  '/work/leads': ['lead-handler'],
  '/work/lead-keys': ['lead-handler', 'lead-keeper'],
  '/work/lead-patterns': ['lead-handler', 'lead-keeper', 'supervisor', 'supervisor-lead'],
  '/work/operator': ['operator'],
  '/work/outbox': ['operator'],
  '/work/audit': ['auditor'],
  '/work/grants': ['security-admin', 'auditor'],
}

/** The desks somebody with these duties may sit down at. */
export function desksOf(roles: readonly Role[]): readonly DeskPath[] {
  return (Object.keys(whoseDesk) as DeskPath[]).filter((path) =>
    whoseDesk[path].some((role) => roles.includes(role)),
  )
}
