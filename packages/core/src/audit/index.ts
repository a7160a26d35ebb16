export { type AuditEntry, type AuditRefusal, auditEntry } from './audit-entry.ts'
