/**
 * Routes of the papers handed in.
 */

import * as contract from '@guanjia/contract/registration'
import { accept, refuse } from '@guanjia/core/kernel'
import { createPagePictures } from '../../platform/documents/index.ts'
import { answer } from '../../platform/http/answer.ts'
import { act, findOwner, idOf, loadRow } from '../registration-acts.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { registrationTables } from '../registration-tables.ts'
import { paperViews } from './handed-in.ts'
import { handIn, markOpened, takeBack } from './paper-commands.ts'
import { findFile } from './paper-files.ts'

const mediaTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const

/** Answers the routes. */
export function implementHandedInRoutes(ports: RegistrationPorts): void {
  implementHandingIn(ports)
  implementReading(ports)
}

function implementHandingIn(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.attachPaper,
    async (input) => {
      const { id } = input.params
      const handing = { id, ...input.body, personId: idOf(input.principal) }
      const done = await act(
        ports,
        { name: 'registration.attach-paper', id, input, legal: false },
        (context) => handIn(ports, context, handing),
      )
      if (!done.ok) return done
      const row = await loadRow(ports, id)
      return accept({ version: done.value.version, papers: paperViews(ports, row, input.language) })
    },
    {
      'application-not-open': 409,
      'document-unknown': 404,
      'paper-not-asked': 422,
      'paper-format-not-taken': 422,
      'paper-too-large': 422,
      'paper-files-too-many': 422,
    },
    owned,
  )
  implement(
    contract.detachPaper,
    async (input) => {
      const { id } = input.params
      const done = await act(
        ports,
        { name: 'registration.detach-paper', id, input, legal: false },
        (context) => takeBack(context, input.params),
      )
      if (!done.ok) return done
      const row = await loadRow(ports, id)
      return accept({ version: done.value.version, papers: paperViews(ports, row, input.language) })
    },
    { 'application-not-open': 409 },
    owned,
  )
}

function implementReading(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  const drawPage = createPagePictures()
  implement(
    contract.readAttached,
    async ({ params }) => {
      const file = await findFile(registrationTables(ports.database), params)
      const bytes = file === undefined ? undefined : await ports.files.get(file.digest)
      if (file === undefined || bytes === undefined) return refuse('paper-file-unknown')
      const headers = {
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-type': mediaTypes[file.format],
        'cache-control': 'private, no-store',
      }
      return accept(answer(Buffer.from(bytes), { headers }))
    },
    { 'paper-file-unknown': 404 },
    owned,
  )
  implement(
    contract.readAttachedPage,
    async ({ params }) => {
      const file = await findFile(registrationTables(ports.database), params)
      if (file === undefined) return refuse('paper-file-unknown')
      if (file.format !== 'pdf') return refuse('file-not-shown')
      const read = () => ports.files.get(file.digest)
      return drawPage({ name: file.digest, page: Number(params.page), read })
    },
    { 'paper-file-unknown': 404, 'page-not-there': 404, 'file-not-shown': 422 },
    owned,
  )
  implement(
    contract.openPaper,
    (input) =>
      act(ports, { name: 'registration.open-paper', id: input.params.id, input, legal: false }, (context) =>
        markOpened(context, input.params),
      ),
    { 'paper-file-unknown': 404 },
    owned,
  )
}
