import type { Words } from '../en/index.ts';
import { api } from './api.ts';
import { bot } from './bot.ts';
import { choices } from './choices.ts';
import { contacts } from './contacts.ts';
import { extension } from './extension.ts';
import { feed } from './feed.ts';
import { mail } from './mail.ts';
import { onPage } from './on-page.ts';
import { packs } from './packs.ts';
import { reports } from './reports.ts';
import { setUp } from './set-up.ts';
import { webhooks } from './webhooks.ts';

export const french: Words = { ...onPage, api, bot, choices, contacts, extension, feed, mail, packs, reports, setUp, webhooks };
