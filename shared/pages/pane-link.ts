import { z } from 'zod';
import { tenantIdSchema } from '../schemas/common.schema.ts';

const linkSchema = z.object({
  client: tenantIdSchema,
  engagement: tenantIdSchema,
  flow: z.string().min(1),
  data_import: z.string().min(1),
});

/** An import that the pane is to go on with. */
export type PaneLink = z.infer<typeof linkSchema>;

/** The pane's address that leads to an import. */
export function paneAddress(link: PaneLink): string {
  return `/taskpane.html?${new URLSearchParams(link).toString()}`;
}

/** The import that an address of the pane leads to; null where it leads to none. */
export function readPaneAddress(search: string): PaneLink | null {
  return linkSchema.safeParse(Object.fromEntries(new URLSearchParams(search))).data ?? null;
}
