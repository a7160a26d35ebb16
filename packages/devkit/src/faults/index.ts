/**
 * Faults against the real house: killed servers, killed databases, races, falsified ledgers, repeated keys. Each trial gives
 * a verdict, with what its negative control saw.
 */

export { restartDatabase } from './database-restarts.ts'
export { buildHouse, type House } from './house-under-attack.ts'
export { pause, submission } from './kill-storm.ts'
export { keepSecrets } from './lead-secrecy.ts'
export { attackLedger } from './ledger-attacks.ts'
export { crowdLedger } from './ledger-crowd.ts'
export { raceForNames } from './name-race.ts'
export { overloadServer } from './overload.ts'
export { openPreparer, type Prepared, type Preparer } from './prepared-applications.ts'
export { repeatKeys } from './same-key.ts'
export { raceForSeats } from './seat-race.ts'
export { killServers } from './server-kills.ts'
export { type HttpClient, openHttpClient } from './stubborn-client.ts'
export { loseOnPurpose } from './unsafe-commits.ts'
export { type FaultVerdict, holds } from './verdict.ts'
