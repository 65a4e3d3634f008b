import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works in the folder; the message names it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Keeps the locks reachable: a collected handle would let go of its lock. */
const held = new Set<DatabaseSync>();

/**
 * One process per data folder; two would destroy it without a word (F-12). SQLite's exclusive lock is the operating system's own: it ends
 * with its process, whatever ends that, and holds between containers that share a disk.
 *
 * @throws FolderInUse
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true });
  // SQLite says of a folder that can't be written neither which one nor why.
  accessSync(folder, constants.W_OK);
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive');
  } catch (cause) {
    lock.close();
    throw new FolderInUse(`${folder} is in use by ${holderOf(folder)}. Stop it, or set DATA_DIR to another folder.`, { cause });
  }
  writeFileSync(join(folder, 'holder.json'), JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }));
  held.add(lock);
  return {
    release() {
      if (held.delete(lock)) lock.close();
    },
  };
}

function holderOf(folder: string): string {
  try {
    const { pid, host } = JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8'));
    return `process ${pid} on ${host}`;
  } catch {
    return 'another process';
  }
}
