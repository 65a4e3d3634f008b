import { freePorts, startChild } from './child.ts';
import type { Place } from './seed.ts';

/** Starts the desk over that store as its users start it, with the stand-in for Teams, and stops it after `work`. @param more settings besides */
export async function withDesk<T>(
  { dataDir, databaseUrl }: Place,
  work: (url: string, standIn: string) => Promise<T>,
  more: Record<string, string> = {},
): Promise<T> {
  const [port = 0, standInPort = 0] = await freePorts(2);
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    PORT: String(port),
    LOCAL_PORT: String(standInPort),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    LOG_LEVEL: 'silent',
    ...more,
  };
  const desk = await startChild('dist/server/main.js', settings, url, '/readyz');
  try {
    return await work(url, `http://127.0.0.1:${standInPort}`);
  } finally {
    await desk.stop();
  }
}
