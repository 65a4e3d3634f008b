import type { PageWords } from '../en/on-page.ts';
import { addresses } from './addresses.ts';
import { cases } from './cases.ts';
import { channels } from './channels.ts';
import { cloudServices } from './cloud-services.ts';
import { deliveries } from './deliveries.ts';
import { exports } from './exports.ts';
import { faults } from './faults.ts';
import { firstView } from './first-view.ts';
import { health } from './health.ts';
import { outages } from './outages.ts';
import { partners } from './partners.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { products } from './products.ts';
import { professionalSupport } from './professional-support.ts';
import { refusals } from './refusals.ts';
import { replies } from './replies.ts';
import { roomPages } from './room-pages.ts';
import { rooms } from './rooms.ts';
import { selfHelp } from './self-help.ts';
import { support } from './support.ts';
import { tab } from './tab.ts';

export const onPage: PageWords = {
  cases,
  exports,
  faults,
  refusals,
  replies,
  roomPages,
  health,
  outages,
  packs: firstView.packs,
  partners,
  products,
  selfHelp,
  support,
  desks: { phoneNumbers, rooms, cloudServices, professionalSupport },
  tab,
  channels,
  addresses,
  deliveries,
};
