/**
 * SHA-256 of this machine: several times as fast as the portable one, which browsers need.
 */

import { hash } from 'node:crypto'
import type { Sha256 } from '@guanjia/core/ledger'

/** SHA-256 of bytes by OpenSSL. As a string first: a buffer made by it is memory of its own and costs more than the hash. */
export const nativeSha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')
