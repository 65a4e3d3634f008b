import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { isCountry } from './domain/catalogue/countries.ts';
import { defaultSettings, type Settings } from './domain/settings.ts';

const traits = z.strictObject({
  emergencyAddressUpdate: z.boolean().optional(),
  officeAddress: z.boolean().optional(),
  directoryListing: z.boolean().optional(),
  callingName: z.boolean().optional(),
});

/** What SETTINGS_FILE may hold; what it leaves out keeps its default (docs/settings.md). */
const file = z.strictObject({
  reopenWithinDays: z.int().min(0).max(365).optional(),
  countries: z.record(z.string().refine(isCountry, 'is not a country code such as FR'), traits).optional(),
});

/** The file can't be used; the message names every place and is fit to print. */
export class SettingsError extends Error {}

/**
 * The operator's rules over the defaults.
 * @throws SettingsError
 */
export async function readSettings(path: string | undefined): Promise<Settings> {
  if (path === undefined) return defaultSettings;
  const parsed = file.safeParse(await content(path));
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `  - ${issue.path.join('.') || 'the file'}: ${issue.message}`);
    throw new SettingsError(`SETTINGS_FILE ${path} can't be used:\n${mistakes.join('\n')}`);
  }
  const { reopenWithinDays = defaultSettings.reopenWithinDays, countries = {} } = parsed.data;
  return { reopenWithinDays, countries: countries as Settings['countries'] };
}

async function content(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new SettingsError(`SETTINGS_FILE ${path} can't be read as JSON.`, { cause });
  }
}
