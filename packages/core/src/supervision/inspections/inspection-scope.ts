/**
 * The scope of an inspection and what of it a partner is shown: facts that stand on a list, nothing else.
 */

/** What an inspection looks at; a project lies in it by itself, by its park or by its unit. */
export interface InspectionScope {
  readonly projects: readonly string[]
  readonly parks: readonly string[]
  readonly units: readonly string[]
}

/** Whether a scope names anything. */
export function isEmptyScope({ projects, parks, units }: InspectionScope): boolean {
  return projects.length + parks.length + units.length === 0
}

/** Whether a project lies in the scope. */
export function liesInScope(
  { id, park, unit }: { readonly id: string; readonly park: string; readonly unit: string },
  scope: InspectionScope,
): boolean {
  return scope.projects.includes(id) || scope.parks.includes(park) || scope.units.includes(unit)
}

/** The facts of a project that an inspection can speak of. */
export const scopeFacts = [
  'number',
  'name',
  'company',
  'sector',
  'park',
  'unit',
  'landSquareMetres',
  'landContract',
  'lights',
] as const

/** One of the facts. */
export type ScopeFact = (typeof scopeFacts)[number]

/** The facts that are on the list, in the order of the list; what is not on it is not there. */
export function allowedFacts(
  facts: Readonly<Record<ScopeFact, string | null>>,
  allowed: readonly ScopeFact[],
): readonly { readonly fact: ScopeFact; readonly value: string }[] {
  return allowed.flatMap((fact) => {
    const value = facts[fact]
    return value === null ? [] : [{ fact, value }]
  })
}
