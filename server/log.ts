import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino'

export type Log = Logger

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/**
 * Logs never carry tokens or contact data: these fields are cut wherever they occur,
 * and errors are written as name, code, message and stack only.
 */
export function createLog(level: string, destination: DestinationStream = standardOutput()): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'authorization',
        'access_token',
        'refresh_token',
        'contact',
        'body',
        '*.authorization',
        '*.access_token'
      ].concat(['*.refresh_token', '*.contact', '*.body', '*.AUTH_ID', '*.REFRESH_ID']),
      censor: '[cut]'
    },
    serializers: {
      err: (error: unknown) => {
        if (!(error instanceof Error)) return { message: 'not an error' }
        const { name, message, stack } = error
        return { name, code: (error as { code?: unknown }).code, message, stack }
      }
    }
  }
  return pino(options, destination)
}

function standardOutput(): DestinationStream {
  const output = pino.destination(1)
  // A full disk below the log must not end the process.
  output.on('error', () => undefined)
  return output
}
