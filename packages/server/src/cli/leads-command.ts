/**
 * The intake of confidential leads, from the command line: its process, and the poster that leads to it.
 */

import { writeFileSync } from 'node:fs'
import { type CliCommand, optionText } from './command.ts'
import { contentFolder } from './content-folder.ts'

const serveCommand: CliCommand = {
  name: 'leads',
  takes: [],
  summary: 'Run the intake of confidential leads until Ctrl-C, apart from the server',
  example: 'GUANJIA_LEADS_DATABASE_URL=postgres://leads@localhost/guanjia guanjia leads',
  run: async () => {
    const { serveLeads } = await import('../leads-process.ts')
    await serveLeads(process.env)
    return { json: { stopped: true }, text: 'Stopped.' }
  },
}

const posterCommand: CliCommand = {
  name: 'leads poster',
  takes: ['FILE'],
  options: {
    address: { takes: 'URL', does: 'address that the code opens', needed: true },
    demo: { does: 'mark it as a demonstration' },
  },
  summary: 'Write the poster with the QR code of the intake as a PDF',
  example: 'guanjia leads poster poster.pdf --address https://jubao.example.gov.cn/',
  run: async (input) => {
    const address = optionText(input, 'address') ?? ''
    if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
      return { code: 'address-malformed', message: `"${address}" is no address that a telephone could open.` }
    }
    const { leadsPoster } = await import('../leads/index.ts')
    const isDemonstration = input.options['demo'] === true
    const poster = leadsPoster({ contentFolder: contentFolder(), address, isDemonstration, at: new Date() })
    const file = input.positionals[0] ?? ''
    writeFileSync(file, poster)
    return { json: { file, bytes: poster.length }, text: `${file}: ${poster.length} bytes` }
  },
}

/** The commands of this file; the longer name is looked for first. */
export const leadsCommands: readonly CliCommand[] = [posterCommand, serveCommand]
