import { randomBytes } from 'node:crypto';
import type { UploadedFile } from './client-contract.ts';

/** The largest single file, in bytes: above the desk's own limit, so that the desk's refusal can be tried. */
export const largestFile = 40 * 1024 * 1024;
const allTogether = 100 * 1024 * 1024;

export interface KeptFile extends UploadedFile {
  readonly ownerId: string;
  /** Unguessable, and all that a download asks for, as with Teams' own pre-signed addresses. */
  readonly token: string;
  readonly bytes: Buffer;
}

export interface Files {
  keep(ownerId: string, name: string, bytes: Buffer): KeptFile;
  /** The file of that id, if this person put it there. */
  ofOwner(ownerId: string, id: string): KeptFile | undefined;
  byToken(token: string): KeptFile | undefined;
  /** A single-use address's token, for a bot that was allowed to upload. */
  expectUpload(ownerId: string, name: string): string;
  /** Stores what the bot sent to such an address, to be read there. `undefined`: the token is unknown or used. */
  receiveUpload(token: string, bytes: Buffer): KeptFile | undefined;
}

/** What people attached, in memory. When it is full the oldest files go. */
export function createFiles(): Files {
  const kept = new Map<string, KeptFile>();
  const awaited = new Map<string, { ownerId: string; name: string }>();
  let size = 0;
  const newToken = () => randomBytes(24).toString('base64url');
  const keep = (ownerId: string, name: string, bytes: Buffer, token = newToken()): KeptFile => {
    const file = { id: newToken(), token, ownerId, name, size: bytes.length, bytes };
    size += bytes.length;
    kept.set(file.token, file);
    for (const oldest of kept.values()) {
      if (size <= allTogether) break;
      kept.delete(oldest.token);
      size -= oldest.size;
    }
    return file;
  };
  return {
    keep: (ownerId, name, bytes) => keep(ownerId, name, bytes),
    ofOwner: (ownerId, id) => [...kept.values()].find((file) => file.id === id && file.ownerId === ownerId),
    byToken: (wanted) => kept.get(wanted),
    expectUpload(ownerId, name) {
      const created = newToken();
      awaited.set(created, { ownerId, name });
      const oldest = awaited.keys().next();
      if (awaited.size > 100 && !oldest.done) awaited.delete(oldest.value);
      return created;
    },
    receiveUpload(used, bytes) {
      const place = awaited.get(used);
      if (!place) return undefined;
      awaited.delete(used);
      return keep(place.ownerId, place.name, bytes, used);
    },
  };
}
