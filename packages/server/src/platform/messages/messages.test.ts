import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type Message, sendBySmsGateway, sendBySmtp } from './messages.ts'
import { simulateSmsGateway } from './sms-gateway-simulator.ts'

const sms: Message = {
  id: '0199b1c2-7d3e-7000-8000-000000000001',
  channel: 'sms',
  recipient: '13900000001',
  subject: '',
  text: '【青岛高新区】办件QG26-000001-X准予登记。',
  correlationId: 'c1',
}

describe(sendBySmsGateway, () => {
  it('hands a message over under its id, and the gateway sends it once', async () => {
    await using gateway = await simulateSmsGateway('secret')
    const send = sendBySmsGateway(gateway.url, 'secret')
    await send(sms)
    await send(sms)
    expect(gateway.sent).toEqual([{ key: sms.id, to: sms.recipient, text: sms.text }])
  })
  it.each([
    ['a gateway that is down', 'secret', 503],
    ['a wrong token', 'guessed', 401],
  ])('fails at %s, so that it is tried again', async (_, token, status) => {
    await using gateway = await simulateSmsGateway('secret')
    gateway.answerWith(503)
    await expect(sendBySmsGateway(gateway.url, token)(sms)).rejects.toThrow(String(status))
    expect(gateway.sent).toEqual([])
  })
})

/** A mail server of five commands that keeps the one mail it is given. */
function mailServer(): Promise<{ port: number; mail: Promise<string>; close: () => void }> {
  return new Promise((ready) => {
    let got: (mail: string) => void
    const mail = new Promise<string>((resolve) => {
      got = resolve
    })
    const server = createServer((socket) => {
      let body: string | undefined
      socket.write('220 ready\r\n')
      socket.on('data', (chunk) => {
        const text = chunk.toString()
        if (body !== undefined) {
          body += text
          if (!body.endsWith('\r\n.\r\n')) return
          got(body)
          body = undefined
          socket.write('250 taken\r\n')
        } else if (text.startsWith('DATA')) {
          body = ''
          socket.write('354 go on\r\n')
        } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
        else socket.write('250 fine\r\n')
      })
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      ready({ port, mail, close: () => server.close() })
    })
  })
}

describe(sendBySmtp, () => {
  it('sends a mail whose id is the id of the message', async () => {
    const server = await mailServer()
    const send = sendBySmtp(`smtp://127.0.0.1:${server.port}`, 'guanjia@example.cn')
    await send({ ...sms, channel: 'mail', recipient: 'lin@example.cn', subject: '营业执照已签发' })
    const mail = await server.mail
    server.close()
    expect(mail).toContain(`Message-ID: <${sms.id}@127.0.0.1>`)
    expect(mail).toContain('To: lin@example.cn')
  })
  it('fails where nobody listens', async () => {
    const send = sendBySmtp('smtp://127.0.0.1:9', 'guanjia@example.cn')
    await expect(send({ ...sms, channel: 'mail', recipient: 'lin@example.cn' })).rejects.toThrow(
      'ECONNREFUSED',
    )
  })
})
