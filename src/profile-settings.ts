import * as z from 'zod';
import { deskIds } from './domain/catalogue/desks.ts';

/** CS-11: what is said of the profile, laid over that of the cloud. */
export const profileSettings = z.strictObject({
  desks: z
    .array(z.enum(deskIds))
    .min(1)
    .refine((ids) => new Set(ids).size === ids.length, 'names a desk twice')
    .transform((ids) => deskIds.filter((id) => ids.includes(id)))
    .exactOptional(),
  selfHelpFirst: z.boolean().exactOptional(),
});
