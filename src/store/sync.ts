import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Ten times faster than one after the other: the file system syncs several at once. */
const atOnce = 16;

/** Syncs a folder with everything in it. Making a database leaves a thousand files to the operating system's leisure. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  const work = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) await syncPath(path);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Brings a file, or the names in a folder, to the disk. Windows opens neither folders nor files for this, and keeps names by itself. */
export async function syncPath(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using opened = await open(path, 'r');
  await opened.sync();
}
