import * as z from 'zod';
import { type Publisher, publishers } from './domain/catalogue/publishers.ts';

const named = z.string().trim().min(1).max(100);
const publisher = z.strictObject({
  name: named,
  products: z.array(named).min(1).max(20),
  url: z.url({ protocol: /^https$/ }),
  email: z.email().max(254).nullable().default(null),
  phone: z
    .string()
    .regex(/^\+[0-9 ]{6,24}$/, 'must begin with + and the country code')
    .nullable()
    .default(null),
});

/** What a card holds. */
const most = 40;

/** CS-7: publishers by id, laid over those that are known; `null` takes one away. */
export const publisherSettings = z
  .record(z.string().regex(/^[A-Za-z0-9]{1,64}$/, 'must be letters and digits'), publisher.nullable())
  .transform((changed): readonly Publisher[] => {
    const all = new Map(publishers.map((one) => [one.id, one]));
    for (const [id, said] of Object.entries(changed)) {
      if (said) all.set(id, { id, ...said });
      else all.delete(id);
    }
    return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  })
  .refine((all) => all.length <= most, `at most ${most} publishers, with those that are known`);
