import { z } from 'zod'

/** A CRM field or query parameter, `=text` for a constant, or a source whose values are translated. */
const fieldSource = z.union([
  z.string().min(1),
  z.object({ from: z.string().min(1), map: z.record(z.string(), z.string()) })
])
const fields = z.record(z.string(), fieldSource)

const eventSource = z.object({
  kind: z.literal('event'),
  portal: z.string().min(1),
  webhookUrl: z.url(),
  applicationToken: z.string().min(1),
  entityTypeId: z.number().int().positive(),
  fields
})
const robotSource = z.object({ kind: z.literal('robot'), portal: z.string().min(1), fields })

/** `INTAKE_FILE`: what each `/webhooks/bitrix24/{token}` is and which field fills which field of a request. */
export const intakeFileSchema = z.record(z.string().min(1), z.discriminatedUnion('kind', [eventSource, robotSource]))
export type IntakeFile = z.infer<typeof intakeFileSchema>
export type IntakeSource = IntakeFile[string]
