/** Spellings of hosts that end at this machine, at a cloud's metadata service, or at somebody else. */
const HOSTS = [
  ...[
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.1',
    '127.1',
    '127.0.1',
    '127.0.0.1.',
    '127.0.0.2',
    '0',
    '0.0.0.0'
  ],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[fe80::1]', '[fc00::1]'],
  ...[
    'LOCALHOST',
    'localhost.',
    'localtest.me',
    '127.0.0.1.nip.io',
    'rebind.test',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    '１２７.０.０.１',
    '127。0。0。1'
  ],
  ...['169.254.169.254', '2852039166', '[::ffff:a9fe:a9fe]', 'metadata.google.internal', '100.100.100.200'],
  ...[
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    'attacker.test',
    'oauth.bitrix.info.attacker.test',
    'oauth.bitrix24.tech'
  ]
]

/** What a URL can be made of; `port` is where an attacker listens, `allowed` the one true origin. */
export function hostileUrls(port: number, allowed: string): string[] {
  const host = new URL(allowed).host
  const shapes = [
    ...HOSTS.flatMap((one) => [
      ...[
        `HTTP://${one}:${port}`,
        `http://${host}@${one}:${port}/rest/`,
        `http://${one}:${port}/rest/?to=${allowed}/rest/`
      ],
      ...[`http://${one}:${port}/rest/#@${host}`, `${one}:${port}`],
      ...[`http://${one}:${port}/rest/`, `https://${one}/rest/`, `//${one}:${port}/rest/`]
    ]),
    ...[`${allowed}@127.0.0.1:${port}/rest/`, `http://${host}@127.0.0.1:${port}/`, `http://a:b@127.0.0.1:${port}/`],
    ...[
      `http://127.0.0.1:${port}/?${allowed}`,
      `http://127.0.0.1:${port}/#${allowed}/rest/`,
      `http://127.0.0.1:${port}\\@${host}/`
    ],
    ...[
      `http:127.0.0.1:${port}`,
      `http:/127.0.0.1:${port}`,
      `http:\\\\127.0.0.1:${port}\\rest`,
      `\thttp://127.0.0.1:${port}/`
    ],
    ...[
      `http://127.0.0.1:${port}%2frest/`,
      `http://127.0.0.1%00.bitrix24.com:${port}/`,
      `http://127.0.0.1\r\n:${port}/`
    ],
    ...['ftp', 'file', 'gopher', 'data', 'javascript', 'ws', 'unix'].map(
      (scheme) => `${scheme}://127.0.0.1:${port}/rest/`
    ),
    ...['', ' ', '/', '//', 'null', '[object Object]', 'http://', `${allowed}.attacker.test:${port}/`, 'a'.repeat(200)]
  ]
  return [...new Set(shapes)]
}
