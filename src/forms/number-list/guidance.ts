import type { NumberListReport } from '../../domain/numbers/report.ts';

/** What a port order must be told beforehand (PN-11, from public guidance). */
export type OrderGuidance =
  /** More numbers than one ordinary order takes. */
  | 'over999'
  /** French geographic and freephone numbers move by separate orders, each with its own letter of authorisation. */
  | 'frenchGeographicWithFreephone';

export function orderGuidance({ country, good, types }: NumberListReport): readonly OrderGuidance[] {
  const said: OrderGuidance[] = [];
  if (good > 999) said.push('over999');
  if (country === 'FR' && types.geographic > 0 && types.tollFree > 0) said.push('frenchGeographicWithFreephone');
  return said;
}
