/**
 * A visit as the phone keeps it until the house has it. Its id and those of its photos are given here, so that sending
 * them twice records them once.
 */

/** A photo, made smaller and stripped of everything but the picture. */
export interface KeptPhoto {
  readonly id: string
  readonly bytes: Blob
  /** whether the house has it */
  readonly isSent: boolean
}

/** A visit. */
export interface KeptVisit {
  readonly id: string
  readonly projectId: string
  readonly project: string
  /** ISO instant on this device's clock */
  readonly at: string
  readonly text: string
  readonly place: string
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  readonly checked: readonly string[]
  readonly nextContactOn: string
  readonly photos: readonly KeptPhoto[]
  /** whether the house has the visit itself */
  readonly isRecorded: boolean
  /** why the house did not take it; it stays until its author changes or deletes it */
  readonly refused: { readonly title: string; readonly detail: string } | null
}

/** A project as it was when the network was there. */
export interface KeptProject {
  readonly id: string
  readonly number: string
  readonly name: string
  /** what comes next, to be gone through on the spot */
  readonly gate: { readonly step: string; readonly name: string } | null
}
