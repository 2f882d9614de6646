import { z } from 'zod';
import { nameLook } from '../name-look.ts';
import { roles } from '../statuses.ts';
import { idSchema, pageQuerySchema, tenantIdSchema, textSchema, timeSchema } from './common.schema.ts';

/** The grant of a key: null means any. An engagement is only named together with its client account. */
const grantSchema = z
  .strictObject({
    client_account_id: tenantIdSchema.nullable(),
    engagement_id: tenantIdSchema.nullable(),
  })
  .refine((grant) => grant.client_account_id !== null || grant.engagement_id === null, {
    message: 'Name the client account of the engagement.',
    path: ['client_account_id'],
  });
export type Grant = z.infer<typeof grantSchema>;

export const sessionSchema = z.strictObject({
  key_id: idSchema,
  key_name: z.string(),
  role: z.enum(roles),
  client_account_id: z.string().nullable(),
  engagement_id: z.string().nullable(),
  may_create_engagements: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const engagementSchema = z.strictObject({
  client_account_id: z.string(),
  engagement_id: z.string(),
  created_at: timeSchema,
});

/** The name stands beside every act of the key: in one line, nothing of it unseen. Joiners stay: scripts need them. */
const keyNameSchema = textSchema(100)
  .min(1)
  .refine(
    (name) => nameLook(name) !== '' && !/(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name),
    'Give a name of characters that can be seen, in one line.',
  );

export const createApiKeyRequestSchema = z.strictObject({
  name: keyNameSchema,
  role: z.enum(roles),
  grant: grantSchema,
  expires_at: timeSchema.nullable().optional().describe('From when on the key is refused; without it never'),
});

export const apiKeySchema = z.strictObject({
  key_id: idSchema,
  name: z.string(),
  role: z.enum(roles),
  client_account_id: z.string().nullable(),
  engagement_id: z.string().nullable(),
  created_at: timeSchema,
  revoked_at: timeSchema.nullable(),
  expires_at: timeSchema.nullable().describe('From when on it is refused; null: never'),
  last_used_at: timeSchema
    .nullable()
    .describe('A use less than an hour before its last one may be missing; null: none was seen'),
});
export type ApiKeyView = z.infer<typeof apiKeySchema>;

/** An act and its actor, recorded in the transaction of the act itself; a download, before its first byte. */
export const auditFilterSchema = z.strictObject({
  action: z
    .string()
    .regex(/^[a-z_]{1,50}\.[a-z_]{1,50}$/)
    .optional(),
  client_account_id: tenantIdSchema.optional().describe('Whose things it was done to'),
  engagement_id: tenantIdSchema.optional(),
  search: textSchema(200)
    .optional()
    .describe('A part of the name or id of the key, of what was acted on, or of its flow'),
  actor: textSchema(200).optional().describe('A part of the name of the key it was done with'),
  key_id: idSchema.optional().describe('The key it was done with'),
  from: timeSchema.optional().describe('At that time or later'),
  until: timeSchema.optional().describe('Before that time'),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

export const auditEventsQuerySchema = auditFilterSchema.extend(pageQuerySchema.shape);

export const auditEventSchema = z.strictObject({
  event_id: idSchema,
  at: timeSchema,
  actor: z.string().describe('Name of the key it was done with'),
  actor_key_id: z.string().nullable().describe('Its id; null of older events and of what the service did by itself'),
  action: z.string().describe('<thing>.<act>, for example flow.delete'),
  subject: z.string().describe('Id of what was acted on, of an export the name of the file'),
  client_account_id: z.string().nullable(),
  engagement_id: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditEventView = z.infer<typeof auditEventSchema>;

export const createdApiKeySchema = apiKeySchema.extend({
  api_key: z.string().describe('Shown this once; only its hash is kept'),
});

export const apiKeyParamsSchema = z.strictObject({ key_id: idSchema });
