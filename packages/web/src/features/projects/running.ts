import './running.css'

export { type Commitment, CommitmentChoice, type Commitments } from './commitments/commitment-choice.tsx'
export { LetterSigning, type Signed } from './commitments/letter-signing.tsx'
export { DaysLedger, type DaysSaved } from './progress/days-ledger.tsx'
export { type Duty, DutyItem } from './progress/duty-item.tsx'
export { VersionList } from './progress/version-list.tsx'
export { ProjectSections } from './project-sections.tsx'
