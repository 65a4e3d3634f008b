import type { Browser } from 'playwright-core';

/**
 * A page that nothing listens to. Playwright has the browser tell of every request with the stack that made it, for which V8 parses the page's script
 * again: that would count as the page's own time.
 */
export interface BarePage {
  send(method: string, params?: object): Promise<unknown>;
  /** Calls this function in the page. @returns what it returns, as JSON carries it */
  call<A, R>(work: (argument: A) => R, argument: A): Promise<R>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Opens one in a context of its own, with nothing in its cache. */
export async function openBarePage(browser: Browser, { width, height }: { width: number; height: number }): Promise<BarePage> {
  const devTools = await browser.newBrowserCDPSession();
  const { browserContextId } = await devTools.send('Target.createBrowserContext');
  const { targetId } = await devTools.send('Target.createTarget', { url: 'about:blank', browserContextId, width, height });
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId });
  const waiting = new Map<number, (reply: Reply) => void>();
  devTools.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    const reply = JSON.parse(message) as Reply;
    if (from === sessionId && reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    last += 1;
    const id = last;
    const replied = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    await devTools.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await replied;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  return {
    send,
    async call<A, R>(work: (argument: A) => R, argument: A) {
      const expression = `(${work})(${JSON.stringify(argument)})`;
      const said = (await send('Runtime.evaluate', { expression, returnByValue: true })) as { readonly result: { readonly value: R } };
      return said.result.value;
    },
    async close() {
      await devTools.send('Target.disposeBrowserContext', { browserContextId });
      await devTools.detach();
    },
  };
}
