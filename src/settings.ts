import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { isCountry } from './domain/catalogue/countries.ts';
import type { CloudId } from './domain/clouds.ts';
import { operatorProfiles } from './domain/operator-profiles.ts';
import { defaultSettings, type Settings } from './domain/settings.ts';
import { productSettings } from './product-settings.ts';
import { profileSettings } from './profile-settings.ts';
import { programmeSettings } from './programme-settings.ts';
import { publisherSettings } from './publisher-settings.ts';
import { StartFault } from './start-fault.ts';

const traits = z.strictObject({
  emergencyAddressUpdate: z.boolean().exactOptional(),
  officeAddress: z.boolean().exactOptional(),
  directoryListing: z.boolean().exactOptional(),
  callingName: z.boolean().exactOptional(),
});
const schema = z.strictObject({
  reopenWithinDays: z.int().min(0).max(365).exactOptional(),
  desks: programmeSettings.exactOptional(),
  products: productSettings.exactOptional(),
  publishers: publisherSettings.exactOptional(),
  profile: profileSettings.exactOptional(),
  improperEscalations: z.int().min(0).max(1_000).exactOptional(),
  countries: z.record(z.string().refine(isCountry, 'must be the code of a country, such as FR'), traits).exactOptional(),
});

/**
 * The operator's rules: the defaults, with what the file says laid over them.
 *
 * @param cloud whose profile the defaults are (CS-11)
 * @throws StartFault naming every mistake in the file
 */
export function readSettings(file: string | undefined, cloud: CloudId = 'global'): Settings {
  const defaults = { ...defaultSettings, profile: operatorProfiles[cloud] };
  if (file === undefined) return defaults;
  const parsed = schema.safeParse(read(file));
  if (parsed.success) {
    const { desks: programmes = defaults.programmes, profile, ...others } = parsed.data;
    return { ...defaults, ...others, profile: { ...defaults.profile, ...profile }, programmes };
  }
  const mistakes = parsed.error.issues.map((issue) => `  - ${issue.path.join('.') || 'the whole file'}: ${issue.message}`);
  throw new StartFault(`SETTINGS_FILE can’t be used:\n${mistakes.join('\n')}`);
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    const why = fault instanceof SyntaxError ? 'is not JSON' : 'can’t be read';
    throw new StartFault(`SETTINGS_FILE ${why}: ${file}`);
  }
}
