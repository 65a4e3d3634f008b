import { api } from './api.ts';
import { bot } from './bot.ts';
import { cases } from './cases.ts';
import { faults } from './faults.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { refusals } from './refusals.ts';
import { tab } from './tab.ts';

export const english = { cases, faults, refusals, desks: { phoneNumbers }, bot, tab, api };

/** Every word the product says, in one language. English is the declaration; another language that lacks a word does not compile. */
export type Words = typeof english;
