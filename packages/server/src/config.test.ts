import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const real = {
  GUANJIA_IDENTITY_ISSUER: 'https://id.example',
  GUANJIA_IDENTITY_CLIENT_SECRET: 'very secret',
  GUANJIA_IDENTITY_ASSURANCE: 'urn:face=face urn:code=sms',
  GUANJIA_SMTP_URL: 'smtps://mail.example',
  GUANJIA_SMS_GATEWAY_URL: 'https://sms.example',
  GUANJIA_SMS_GATEWAY_TOKEN: 'very secret',
  GUANJIA_APPLICANT_SIGNER_URL: 'https://sign.example',
  GUANJIA_APPLICANT_SIGNER_TOKEN: 'very secret',
  GUANJIA_RECEIVER_URLS: 'tax=https://tax.example seal=https://seal.example/?a=b',
  GUANJIA_RECEIVER_TOKEN: 'very secret',
}

describe(readConfig, () => {
  it('needs nothing for a demonstration', () => {
    const { config, secrets } = readConfig({}, { demonstration: true })
    expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, publicOrigin: 'http://localhost:8080' })
    expect(Object.values(secrets).every((value) => value === undefined)).toBe(true)
  })

  it('wants an identity service for a real zone', () => {
    expect(() => readConfig({})).toThrow('GUANJIA_IDENTITY_ISSUER is not set: name the identity service')
    expect(readConfig(real).config.demonstration).toBe(false)
  })

  it('lets the command line win over the environment', () => {
    const { config } = readConfig({ ...real, PORT: '1' }, { port: 9000, demonstration: true })
    expect(config).toMatchObject({ port: 9000, demonstration: true, publicOrigin: 'http://localhost:9000' })
  })

  it('says everything that is wrong at once', () => {
    const broken = {
      PORT: '80800',
      GUANJIA_ORIGIN: 'https://guanjia.example/',
      GUANJIA_PROXIES: 'perhaps',
      GUANJIA_LOG_LEVEL: 'loud',
      GUANJIA_IDENTITY_ISSUER: 'https://id.example',
      DATABASE_MIGRATOR_URL: 'postgres://localhost/x',
    }
    let sentence = ''
    try {
      readConfig(broken, { simulated: true })
    } catch (error) {
      sentence = error instanceof Error ? error.message : ''
    }
    expect(sentence.split('\n').slice(1)).toEqual([
      '- PORT is "80800": it must be a whole number from 0 to 65535.',
      '- GUANJIA_ORIGIN is "https://guanjia.example/": it must be an origin, without path and without a slash at the end.',
      '- GUANJIA_PROXIES is "perhaps": it must be a whole number from 0 to 10.',
      '- GUANJIA_LOG_LEVEL is "loud": it must be one of info, debug, warn, error, silent.',
      '- GUANJIA_IDENTITY_ISSUER is set, GUANJIA_IDENTITY_CLIENT_SECRET is not: set both.',
      '- GUANJIA_IDENTITY_ASSURANCE is not set: say which acr of the identity service means what, as in "urn:face=face urn:code=sms".',
      '- DATABASE_MIGRATOR_URL is set, DATABASE_URL is not: set both or neither.',
    ])
  })

  it('never repeats a secret, right or wrong', () => {
    expect(() => readConfig({ ...real, DATABASE_URL: 'mysql://me:hunter2@host/x' })).toThrow(
      /^The settings do not fit:\n- DATABASE_URL is not an address that starts with postgres:\/\/ or postgresql:\/\/\.$/,
    )
    const { config } = readConfig({ ...real, DATABASE_URL: 'postgres://me:hunter2@host/x' })
    expect(JSON.stringify(config)).not.toMatch(/hunter2|very secret/)
  })

  it('reads what each acr of the identity service means, and refuses a meaning it does not know', () => {
    expect(readConfig(real).config.identityAssurance).toEqual({ 'urn:face': 'face', 'urn:code': 'sms' })
    for (const value of ['face', '=face', 'urn:face=two-factor', 'urn:face=face urn:code='])
      expect(() => readConfig({ ...real, GUANJIA_IDENTITY_ASSURANCE: value })).toThrow(
        `GUANJIA_IDENTITY_ASSURANCE is "${value}": it must be a list of word=face or word=sms.`,
      )
  })

  it.each([
    ['GUANJIA_SMTP_URL', 'GUANJIA_SMTP_URL is not set: name the mail server, or start with --demo.'],
    [
      'GUANJIA_SMS_GATEWAY_URL',
      'GUANJIA_SMS_GATEWAY_URL is not set: name the SMS gateway, or start with --demo.',
    ],
    ['GUANJIA_APPLICANT_SIGNER_URL', 'name the signing service of applicants, or start with --demo.'],
    ['GUANJIA_RECEIVER_URLS', 'name the authorities told of a new company'],
    [
      'GUANJIA_SMS_GATEWAY_TOKEN',
      'GUANJIA_SMS_GATEWAY_URL is set, GUANJIA_SMS_GATEWAY_TOKEN is not: set both.',
    ],
    ['GUANJIA_RECEIVER_TOKEN', 'GUANJIA_RECEIVER_URLS is set, GUANJIA_RECEIVER_TOKEN is not: set both.'],
  ])('does not open a real zone without %s', (setting, sentence) => {
    expect(readConfig(real).config).toMatchObject({
      simulated: false,
      receiverUrls: { tax: 'https://tax.example', seal: 'https://seal.example/?a=b' },
    })
    expect(() => readConfig({ ...real, [setting]: '' })).toThrow(sentence)
  })

  it('lets a demonstration alone have another time than the machine', () => {
    const moved = { GUANJIA_CLOCK_AHEAD_SECONDS: '-3600' }
    expect(readConfig(moved, { demonstration: true }).config.clockAheadSeconds).toBe(-3600)
    expect(readConfig({}, { demonstration: true }).config.clockAheadSeconds).toBe(0)
    expect(() => readConfig({ ...real, ...moved })).toThrow('only a demonstration (--demo) may have another')
    expect(() => readConfig({ GUANJIA_CLOCK_AHEAD_SECONDS: '1 h' }, { demonstration: true })).toThrow(
      'GUANJIA_CLOCK_AHEAD_SECONDS is "1 h": it must be a whole number of seconds',
    )
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ ...real, DATABASE_URL: '', PORT: '' }).secrets.databaseUrl).toBeUndefined()
  })
})
