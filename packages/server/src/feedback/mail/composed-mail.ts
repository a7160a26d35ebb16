/**
 * Mails as mail programs write them: those of a demonstration, and those that the house is tried with.
 */

import { createTransport, type SendMailOptions } from 'nodemailer'

/** The bytes that a mail program would have sent. */
export async function composeMail(mail: SendMailOptions): Promise<Buffer> {
  const program = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await program.sendMail(mail)
  return message as Buffer
}
