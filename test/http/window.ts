/** A browser's window as far as signing in goes: it keeps cookies for each host, and follows no redirect by itself. */
export interface Window {
  /** What it would send to this address. */
  readonly cookies: Map<string, string>;
  ask(address: string, init?: RequestInit): Promise<Response>;
  /** Asks the desk to sign in. @returns where Entra's page is */
  begin(desk: string, to?: string): Promise<URL>;
  /** Chooses a person on Entra's page. @returns where the browser is sent back to */
  choose(page: URL, personId: string): Promise<URL>;
  /** The whole of it. @returns where it ends, below the desk */
  signIn(desk: string, personId: string, to?: string): Promise<string>;
}

export function openWindow(): Window {
  // Cookies don't know ports: the desk and the stand-in share them on this machine, as they would in a browser.
  const cookies = new Map<string, string>();
  async function ask(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', ...init, headers: { ...(cookie && { cookie }), ...init.headers } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0/i.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  const window: Window = {
    cookies,
    ask,
    async begin(desk, to) {
      const response = await ask(`${desk}/sign-in${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`);
      return new URL(response.headers.get('location') ?? '');
    },
    async choose(page, personId) {
      const body = new URLSearchParams([...page.searchParams, ['person', personId]]);
      const response = await ask(page.origin + page.pathname, { method: 'POST', headers: { origin: page.origin }, body });
      return new URL(response.headers.get('location') ?? '');
    },
    async signIn(desk, personId, to) {
      const back = await window.choose(await window.begin(desk, to), personId);
      return (await ask(back.href)).headers.get('location') ?? '';
    },
  };
  return window;
}
