import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

export const isValidPhone = (number: string, country?: string): boolean =>
  parsePhoneNumberFromString(number, country as CountryCode | undefined)?.isValid() ?? false
