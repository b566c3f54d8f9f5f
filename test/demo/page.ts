import { html, type Html, type Piece } from '../portal/frame/html.ts'

export function page(options: { title: string; script: string; body: Piece }): string {
  const { title, script, body } = options
  const document: Html = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>${title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/browser/demo.css" />
    </head>
    <body>
      ${body}
      <script type="module" src="/browser/${script}"></script>
    </body>
  </html>`
  return `<!doctype html>${document.text}`
}
