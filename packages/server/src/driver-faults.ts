/**
 * Which settings of outside services are missing, in sentences.
 */

/** The settings that name outside services. */
export interface DriverSettings {
  readonly applicantSignerUrl: string | undefined
  readonly receiverUrls: Readonly<Record<string, string>>
  readonly simulated: boolean
}

/** Their secrets. */
export interface DriverSecrets {
  readonly smtpUrl: string | undefined
  readonly smsGatewayUrl: string | undefined
  readonly smsGatewayToken: string | undefined
  readonly applicantSignerToken: string | undefined
  readonly receiverToken: string | undefined
}

/** A service outside of the house: its setting, what it is, and the token that goes with it. */
interface Outside {
  readonly setting: string
  readonly what: string
  readonly isSet: boolean
  readonly token?: readonly [setting: string, value: string | undefined]
}

function outsides(config: DriverSettings, secrets: DriverSecrets): readonly Outside[] {
  return [
    { setting: 'GUANJIA_SMTP_URL', what: 'the mail server', isSet: secrets.smtpUrl !== undefined },
    {
      setting: 'GUANJIA_SMS_GATEWAY_URL',
      what: 'the SMS gateway',
      isSet: secrets.smsGatewayUrl !== undefined,
      token: ['GUANJIA_SMS_GATEWAY_TOKEN', secrets.smsGatewayToken],
    },
    {
      setting: 'GUANJIA_APPLICANT_SIGNER_URL',
      what: 'the signing service of applicants',
      isSet: config.applicantSignerUrl !== undefined,
      token: ['GUANJIA_APPLICANT_SIGNER_TOKEN', secrets.applicantSignerToken],
    },
    {
      setting: 'GUANJIA_RECEIVER_URLS',
      what: 'the authorities told of a new company (tax=https://… seal=https://…)',
      isSet: Object.keys(config.receiverUrls).length > 0,
      token: ['GUANJIA_RECEIVER_TOKEN', secrets.receiverToken],
    },
  ]
}

/** What a real zone must name, and what must go with what is named. */
export function driverFaults(config: DriverSettings, secrets: DriverSecrets): readonly string[] {
  return outsides(config, secrets).flatMap(({ setting, what, isSet, token }) => {
    if (!isSet && !config.simulated) return [`${setting} is not set: name ${what}, or start with --demo.`]
    if (isSet && token !== undefined && token[1] === undefined)
      return [`${setting} is set, ${token[0]} is not: set both.`]
    return []
  })
}
