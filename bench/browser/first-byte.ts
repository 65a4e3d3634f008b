import { Agent, get } from 'node:http';
import { basename } from 'node:path';
import { freePorts, startChild } from '../child.ts';

const perBatch = 20;

/**
 * Milliseconds until the first byte of a built script, of the desk and of restify alone. Batches alternate.
 *
 * @param script path of the file @param url where the desk serves it
 */
export async function firstBytes(script: string, url: string, batches: number): Promise<Record<'desk' | 'alone', number[]>> {
  const [port = 0] = await freePorts(1);
  const alone = `http://127.0.0.1:${port}`;
  const server = await startChild('bench/browser/static-server.ts', { PORT: String(port), FILE: script }, alone, '/readyz');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const addresses = { desk: url, alone: `${alone}/${basename(script)}` };
  const samples: Record<'desk' | 'alone', number[]> = { desk: [], alone: [] };
  try {
    // The first batch of each warms it up.
    for (let batch = 0; batch <= batches; batch += 1) {
      for (const name of ['desk', 'alone'] as const) {
        for (let index = 0; index < perBatch; index += 1) {
          const taken = await firstByteOf(agent, addresses[name]);
          if (batch > 0) samples[name].push(taken);
        }
      }
    }
    return samples;
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/** The answer is read to its end, outside of the time. @returns milliseconds */
function firstByteOf(agent: Agent, url: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      let taken = Number.NaN;
      response.once('data', () => {
        taken = performance.now() - began;
      });
      response.once('end', () => (response.statusCode === 200 ? resolve(taken) : reject(new Error(`${url}: ${response.statusCode}.`))));
      response.resume();
    }).once('error', reject);
  });
}
