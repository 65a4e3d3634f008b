import type { Field } from '../catalogue/field.ts';

/** CS-3: by what a partner names a customer with which it has no relationship; the subscription is the form's own field. */
export const namesCustomer = {
  domain: { id: 'customerDomain', kind: 'domain', required: true },
  subscription: { id: 'subscription', kind: 'tenantId', required: true },
} as const satisfies Readonly<Record<string, Field>>;

/** Whose domain it is may be asked so often in an hour by all people of a partner together. */
export const domainsAnHour = 20;
