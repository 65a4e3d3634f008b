/** What a country asks of, or offers to, those who have numbers there. Forms ask a field only where its trait holds (PN-10, PN-12). */
export interface CountryTraits {
  /** PN-12: the desk changes the registered emergency address of a number. */
  readonly emergencyAddressUpdate: boolean;
  /** PN-10: new numbers are given out against an office address in the country. */
  readonly officeAddress: boolean;
  /** PN-10: new numbers may be published in the national directory, so the wish is asked. */
  readonly directoryListing: boolean;
  /** PN-7: a custom calling name is shown to who is called. */
  readonly callingName: boolean;
}

/** The operator's own words on a country; they win, trait by trait, over the table here. */
export type TraitOverrides = Readonly<Record<string, Partial<CountryTraits>>>;

/*
 * Drawn from Microsoft's public country pages for Calling Plan numbers and from the national numbering rules behind them. In the
 * European countries a number carries its emergency address from the day it is acquired, and only the desk can change it; in North
 * America addresses are validated against the dispatch data. Australia and Japan are left out: there the carrier keeps the address.
 */
const holds: Readonly<Record<keyof CountryTraits, ReadonlySet<string>>> = {
  emergencyAddressUpdate: set(`
    US CA PR
    AT BE CH CZ DE DK EE ES FI FR GB HR HU IE IT LT LU LV NL NO PL PT RO SE SI SK
  `),
  officeAddress: set(`
    AT BE CH CZ DE DK EE ES FI FR HR HU IE IT LT LU LV NL NO PL PT RO SE SI SK
    AU BR JP KR MX SG ZA
  `),
  directoryListing: set('AT BE CH DE DK ES FR GB IT NL'),
  callingName: set('US'),
};

/** What holds in a country. An unknown code has no traits. */
export function traitsOf(code: string, overrides: TraitOverrides = {}): CountryTraits {
  return {
    emergencyAddressUpdate: holds.emergencyAddressUpdate.has(code),
    officeAddress: holds.officeAddress.has(code),
    directoryListing: holds.directoryListing.has(code),
    callingName: holds.callingName.has(code),
    ...(Object.hasOwn(overrides, code) ? overrides[code] : {}),
  };
}

/** Those of `codes` where the trait holds. */
export function countriesWith<C extends string>(
  trait: keyof CountryTraits,
  codes: readonly C[],
  overrides: TraitOverrides = {},
): readonly C[] {
  return codes.filter((code) => traitsOf(code, overrides)[trait]);
}

function set(codes: string): ReadonlySet<string> {
  return new Set(codes.trim().split(/\s+/));
}
