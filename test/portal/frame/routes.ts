import express, { type Express } from 'express'
import type { EmulatedPortal } from '../portal.ts'

export function framePages(portal: EmulatedPortal): Express {
  const app = express()
  app.get('/', (_request, response) => response.send(portal.name))
  return app
}
