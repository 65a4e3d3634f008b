/** A product in one version, and until when it is supported. Days are `YYYY-MM-DD`; the last day is in. */
export interface Product {
  readonly id: string;
  /** The same in every language. */
  readonly name: string;
  readonly mainstreamUntil: string;
  /** `null`: mainstream support is all there is. */
  readonly extendedUntil: string | null;
}

const product = (id: string, name: string, mainstreamUntil: string, extendedUntil: string | null = null): Product => ({
  ...{ id, name, mainstreamUntil, extendedUntil },
});

/** PS-4: what is known unless the operator says otherwise: https://learn.microsoft.com/lifecycle/products/. */
export const products: readonly Product[] = [
  product('exchangeServer2019', 'Exchange Server 2019', '2024-01-09', '2025-10-14'),
  product('exchangeServerSubscription', 'Exchange Server Subscription Edition', '2035-12-31'),
  product('officeLtsc2021', 'Office LTSC 2021', '2026-10-13'),
  product('officeLtsc2024', 'Office LTSC 2024', '2029-10-09'),
  product('sharePointServer2019', 'SharePoint Server 2019', '2024-01-09', '2026-07-14'),
  product('sharePointServerSubscription', 'SharePoint Server Subscription Edition', '2035-12-31'),
  product('sqlServer2016', 'SQL Server 2016', '2021-07-13', '2026-07-14'),
  product('sqlServer2017', 'SQL Server 2017', '2022-10-11', '2027-10-12'),
  product('sqlServer2019', 'SQL Server 2019', '2025-02-28', '2030-01-08'),
  product('sqlServer2022', 'SQL Server 2022', '2028-01-11', '2033-01-11'),
  product('systemCenter2022', 'System Center 2022', '2027-04-13', '2032-04-13'),
  product('visualStudio2022', 'Visual Studio 2022', '2027-01-12', '2032-01-13'),
  product('windows10', 'Windows 10, version 22H2', '2025-10-14'),
  product('windows11v24H2', 'Windows 11 Enterprise, version 24H2', '2027-10-12'),
  product('windowsServer2012R2', 'Windows Server 2012 R2', '2018-10-09', '2023-10-10'),
  product('windowsServer2016', 'Windows Server 2016', '2022-01-11', '2027-01-12'),
  product('windowsServer2019', 'Windows Server 2019', '2024-01-09', '2029-01-09'),
  product('windowsServer2022', 'Windows Server 2022', '2026-10-13', '2031-10-14'),
  product('windowsServer2025', 'Windows Server 2025', '2029-11-13', '2034-11-14'),
];

export type Lifecycle = { readonly is: 'mainstream' | 'extended' | 'ended'; readonly until: string };

/** PS-4: mainstream and extended support are eligible, later is not. @param now ISO 8601 in UTC */
export function lifecycleOf({ mainstreamUntil, extendedUntil }: Product, now: string): Lifecycle {
  const today = now.slice(0, 10);
  if (today <= mainstreamUntil) return { is: 'mainstream', until: mainstreamUntil };
  if (extendedUntil === null) return { is: 'ended', until: mainstreamUntil };
  return { is: today <= extendedUntil ? 'extended' : 'ended', until: extendedUntil };
}
