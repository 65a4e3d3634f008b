import { addresses } from './addresses.ts';
import { api } from './api.ts';
import { bot } from './bot.ts';
import { cases } from './cases.ts';
import { channels } from './channels.ts';
import { choices } from './choices.ts';
import { cloudServices } from './cloud-services.ts';
import { contacts } from './contacts.ts';
import { deliveries } from './deliveries.ts';
import { exports } from './exports.ts';
import { extension } from './extension.ts';
import { faults } from './faults.ts';
import { feed } from './feed.ts';
import { mail } from './mail.ts';
import { outages } from './outages.ts';
import { packs } from './packs.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { products } from './products.ts';
import { professionalSupport } from './professional-support.ts';
import { refusals } from './refusals.ts';
import { replies } from './replies.ts';
import { roomPages } from './room-pages.ts';
import { rooms } from './rooms.ts';
import { setUp } from './set-up.ts';
import { support } from './support.ts';
import { tab } from './tab.ts';
import { webhooks } from './webhooks.ts';

export const english = {
  cases,
  exports,
  extension,
  faults,
  refusals,
  replies,
  roomPages,
  outages,
  packs,
  products,
  support,
  desks: { phoneNumbers, rooms, cloudServices, professionalSupport },
  bot,
  setUp,
  tab,
  api,
  channels,
  choices,
  contacts,
  addresses,
  mail,
  deliveries,
  webhooks,
  feed,
};

/** Every word the product says, in one language. English is the declaration; another language that lacks a word does not compile. */
export type Words = typeof english;
