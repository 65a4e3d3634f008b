import { expect, test } from '@jest/globals';
import { countriesWith, countryChoices, countryCodes, countryName, isCountry, traitsOf } from '../../../src/domain/catalogue/countries.ts';

test('PN-3 knows every country and region that has telephone numbers', () => {
  expect(countryCodes().length).toBeGreaterThan(240);
  for (const code of ['FR', 'US', 'JE', 'RE', 'YT', 'MF', 'XK', 'AX']) expect(isCountry(code)).toBe(true);
  for (const code of ['', 'ZZ', 'fr', 'FRA', '001', '__proto__', 'constructor', undefined, 33]) expect(isCountry(code)).toBe(false);
});

test('G-13 names every country in English and French', () => {
  expect(countryName('DE', 'en')).toBe('Germany');
  expect(countryName('DE', 'fr')).toBe('Allemagne');
  expect(countryName('CI', 'fr')).toBe('Côte d’Ivoire');
  for (const locale of ['en', 'fr']) expect(countryChoices(locale).filter(({ code, name }) => code === name)).toEqual([]);
  expect(countryName('ZZ', 'en')).toBe('ZZ');
  expect(countryName('nonsense', 'fr')).toBe('nonsense');
});

test('G-13 sorts countries as the reader’s alphabet does', () => {
  const codes = ['ZA', 'EG', 'ES', 'ET', 'EE'];
  expect(countryChoices('en', codes).map(({ name }) => name)).toEqual(['Egypt', 'Estonia', 'Ethiopia', 'South Africa', 'Spain']);
  expect(countryChoices('fr', codes).map(({ name }) => name)).toEqual(['Afrique du Sud', 'Égypte', 'Espagne', 'Estonie', 'Éthiopie']);
});

test('PN-7 offers a custom calling name in the United States only', () => {
  expect(countriesWith('callingName', countryCodes())).toEqual(['US']);
});

test('PN-10 asks for an office address and a directory listing only where a country requires them', () => {
  expect(traitsOf('FR')).toMatchObject({ officeAddress: true, directoryListing: true });
  expect(traitsOf('US')).toMatchObject({ officeAddress: false, directoryListing: false });
  expect(traitsOf('SE')).toMatchObject({ officeAddress: true, directoryListing: false });
});

test('PN-12 updates emergency addresses only in some countries', () => {
  for (const code of ['US', 'CA', 'PR', 'FR', 'GB', 'DE', 'NL']) expect(traitsOf(code).emergencyAddressUpdate).toBe(true);
  for (const code of ['AU', 'JP', 'BR', 'ZZ']) expect(traitsOf(code).emergencyAddressUpdate).toBe(false);
});

test('PN-10 the operator’s configuration wins, trait by trait', () => {
  const overrides = { US: { officeAddress: true }, FR: { directoryListing: false } };
  expect(traitsOf('US', overrides)).toEqual({
    emergencyAddressUpdate: true,
    officeAddress: true,
    directoryListing: false,
    callingName: true,
  });
  expect(traitsOf('FR', overrides)).toMatchObject({ officeAddress: true, directoryListing: false });
  expect(traitsOf('toString', overrides)).toEqual(traitsOf('ZZ'));
});

test('every trait is told of countries that exist', () => {
  for (const trait of ['emergencyAddressUpdate', 'officeAddress', 'directoryListing', 'callingName'] as const) {
    expect(countriesWith(trait, countryCodes()).every((code) => isCountry(code))).toBe(true);
    expect(countriesWith(trait, countryCodes()).length).toBeGreaterThan(0);
  }
});
