/**
 * SHA-256 of this machine: several times as fast as the portable one, which browsers need.
 */

import { hash } from 'node:crypto'
import type { Sha256 } from '@guanjia/core/ledger'

/** SHA-256 of bytes by OpenSSL. */
export const nativeSha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')
