/** Of what browsers have meanwhile, and the language's own types don't yet know here. */
interface WithTemporal {
  readonly Temporal?: { readonly Now: { timeZoneId(): string } };
}

/** The zone of the reader's clock, such as `Europe/Paris`. A date's formatter knows it too, but the first one of a page takes its time. */
export const ownZone = (): string =>
  (globalThis as WithTemporal).Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
