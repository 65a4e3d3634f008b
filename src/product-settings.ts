import * as z from 'zod';
import { type Product, products } from './domain/catalogue/products.ts';

const product = z.strictObject({
  name: z.string().trim().min(1).max(100),
  mainstreamUntil: z.iso.date(),
  extendedUntil: z.iso.date().nullable().default(null),
});

/** PS-4: products by id, laid over those that are known; `null` takes one away. */
export const productSettings = z
  .record(z.string().regex(/^[A-Za-z0-9]{1,64}$/, 'must be letters and digits'), product.nullable())
  .transform((changed): readonly Product[] => {
    const all = new Map(products.map((one) => [one.id, one]));
    for (const [id, said] of Object.entries(changed)) {
      if (said) all.set(id, { id, ...said });
      else all.delete(id);
    }
    return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  });
