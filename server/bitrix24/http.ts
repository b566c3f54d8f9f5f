const MAX_BYTES = 8 * 1024 * 1024

export interface HttpAnswer {
  status: number
  location: string | null
  /** Undefined when the body is no JSON object. */
  body: Record<string, unknown> | undefined
}

/** Posts once: no retry, no redirect followed (a POST would turn into a GET and lose its body), a limit on the size. */
export async function post(
  url: string,
  body: { json: unknown } | { form: Record<string, string> },
  timeoutMs: number
): Promise<HttpAnswer> {
  const isJson = 'json' in body
  return exchange(
    url,
    {
      method: 'POST',
      headers: {
        'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'user-agent': 'implementation-request-app/1.0'
      },
      body: isJson ? JSON.stringify(body.json) : new URLSearchParams(body.form).toString()
    },
    timeoutMs
  )
}

export async function get(url: string, timeoutMs: number): Promise<HttpAnswer> {
  const headers = { accept: 'application/json', 'user-agent': 'implementation-request-app/1.0' }
  return exchange(url, { method: 'GET', headers }, timeoutMs)
}

async function exchange(url: string, init: RequestInit, timeoutMs: number): Promise<HttpAnswer> {
  const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
  const text = await readText(response)
  return { status: response.status, location: response.headers.get('location'), body: parseObject(text) }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length
    if (size > MAX_BYTES) throw new Error('the answer is too large')
    text += decoder.decode(chunk as Uint8Array, { stream: true })
  }
  return text + decoder.decode()
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
