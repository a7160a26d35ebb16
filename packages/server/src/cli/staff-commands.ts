/**
 * Accounts for staff, made by whoever runs the machines. A house that was just installed begins here, with two security
 * administrators.
 */

import type { NewStaff, StaffCredentials, StaffRefusal } from '../access/index.ts'
import { type CliCommand, type CliInput, optionText } from './command.ts'

const sentences: Readonly<Record<StaffRefusal | 'idempotency-key-reused', string>> = {
  'username-malformed':
    'A user name begins with a small letter and holds small letters, digits, points, dashes: 2 to 60 signs.',
  'username-taken': 'This user name is taken. Choose another.',
  'identity-number-wrong': 'The identity number is not right: its length, date of birth or check character.',
  'account-there-already': 'This person has an account already.',
  'administrators-there-already':
    'The two first security administrators were made already. They give the role to others: make the account without --administrator.',
  'partner-unknown':
    'The zone lists no partner organisation of this id: see supervision/partners.yaml of its content.',
  'partner-not-administrator':
    'A security administrator is of our own staff: leave --partner or --administrator out.',
  'idempotency-key-reused': 'This was done already.',
}

const createCommand: CliCommand = {
  name: 'staff create',
  takes: ['USERNAME'],
  options: {
    name: { takes: 'NAME', does: 'name as on the identity card', needed: true },
    'identity-number': { takes: 'NUMBER', does: 'identity number of the person', needed: true },
    partner: { takes: 'ID', does: 'partner organisation that the person works for; none for our own staff' },
    administrator: { does: 'one of the first two security administrators of a new house' },
  },
  summary: 'Make a staff account; print its first password and authenticator once',
  example: 'guanjia staff create lin.hn --name 林海宁 --identity-number NUMBER --administrator',
  run: async (input) => {
    const created = await create(staffOf(input))
    if (!created.ok) return { code: created.code, message: sentences[created.code] }
    return { json: created.value, text: handOver(created.value) }
  },
}

function staffOf(input: CliInput): NewStaff {
  return {
    username: input.positionals[0] ?? '',
    name: optionText(input, 'name') ?? '',
    identityNumber: optionText(input, 'identity-number') ?? '',
    administrator: input.options['administrator'] === true,
    partner: optionText(input, 'partner'),
  }
}

function handOver({ username, password, authenticator }: StaffCredentials): string {
  return [
    `User name      ${username}`,
    `First password ${password}`,
    `Authenticator  ${authenticator}`,
    '',
    'Hand these over in person: they are not kept and not shown again. The first log-in asks for another password.',
  ].join('\n')
}

async function create(wanted: NewStaff) {
  const [{ readConfig }, { makeDataFolder, openDatabaseHome }, { openDatabase }, access, supervision, tools] =
    await Promise.all([
      import('../config.ts'),
      import('../database-home.ts'),
      import('../platform/database/database.ts'),
      import('../access/index.ts'),
      import('../supervision/index.ts'),
      import('../tool-runner.ts'),
    ])
  // only the database and the keys have a part in this
  const { config, secrets } = readConfig(process.env, { demonstration: true })
  makeDataFolder(config, secrets)
  await using home = await openDatabaseHome(config, secrets)
  await using opened = openDatabase(home.address, () => undefined)
  const { runCommand, newId } = tools.openToolRunner(opened.database)
  const seal = access.openSecretSeal(config.keysFolder)
  const partners = supervision.readPartnersContent(config.contentFolder).partners.map(({ id }) => id)
  // the database stays open until it is done
  return await runCommand(tools.toolCommand('access.create-account', newId()), (context) =>
    access.createStaff({ seal, newId, partners }, context, wanted),
  )
}

/** The commands of this file. */
export const staffCommands: readonly CliCommand[] = [createCommand]
