import { ConfigError } from './config.ts';

/** Why the desk can't start, in a sentence that says what to do about it. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '');

const noDatabase = 'The database does not answer. Check DATABASE_URL, and that the server is running and reachable.';

/** What went wrong at the start, for whoever started it; `undefined` where only a stack trace can say. */
export function sayStartFault(fault: unknown): string | undefined {
  if (fault instanceof StartFault || fault instanceof ConfigError) return fault.message;
  if (!(fault instanceof Error)) return undefined;
  switch (fault.name) {
    case 'CredentialUnusable':
    case 'FolderInUse':
    case 'NewerData':
      return fault.message;
    case 'StoreBusy':
      return noDatabase;
    default:
  }
  const code = codeOf(fault);
  if (fault.message.startsWith('Connection terminated')) return noDatabase;
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET'].includes(code)) return noDatabase;
  if (/^(?:28|3D)/.test(code)) return `The database refuses this user, password or database name (${code}). Check DATABASE_URL.`;
  // The migrations say themselves what an administrator is to grant.
  if (code === '42501') return `The database can’t be prepared: ${fault.message}.`;
  const { path = '' } = fault as { readonly path?: string };
  if (['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC'].includes(code))
    return `DATA_DIR can’t be written (${code}${path && `, ${path}`}). Choose a folder this account may write to, with space left.`;
  return undefined;
}

/** @param setting the environment variable that moves it, and `hostSetting` the one that names the address */
export function portFault(fault: unknown, port: number, host: string, setting: string, hostSetting = 'HOST'): unknown {
  switch (codeOf(fault)) {
    case 'EADDRINUSE':
      return new StartFault(`Port ${port} is already in use. Stop the program that uses it, or set ${setting} to another port.`);
    case 'EACCES':
      return new StartFault(`Port ${port} may not be used by this account. Set ${setting} to a port above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFault(`This machine has no address ${host}. Set ${hostSetting} to one of its own.`);
    default:
      return fault;
  }
}
