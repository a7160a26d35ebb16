/**
 * The floors of the house. Imports go down: never up, never sideways, in every package alike.
 * The build reads this list; see ARCHITECTURE.md.
 */
export const floors = [
  ['kernel'],
  ['calendar', 'rules', 'ledger'],
  ['access', 'catalogue', 'audit'],
  ['planning', 'policies'],
  ['cases', 'tenders', 'counters', 'feedback', 'premises', 'leads'],
  ['registration', 'projects'],
  ['supervision', 'notifications', 'statistics'],
]
