/** A person who may sign in at the simulator. */
export interface SimulatedPerson {
  readonly subject: string
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
  readonly note: string
}
