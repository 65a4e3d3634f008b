import type { Words } from '../index.ts';

export const tab: Words['tab'] = {};
