import type { Words } from '../en/index.ts';
import { api } from './api.ts';
import { bot } from './bot.ts';
import { cases } from './cases.ts';
import { faults } from './faults.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { refusals } from './refusals.ts';
import { tab } from './tab.ts';

export const french: Words = { cases, faults, refusals, desks: { phoneNumbers }, bot, tab, api };
