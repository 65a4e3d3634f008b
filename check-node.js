import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

// Plain JavaScript on purpose: an older Node can't read the TypeScript that would say this.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `Case Desk needs Node 24.12 or newer; this is ${process.version}.\n` +
      'Run it through npm after npm ci, which brings that Node along, or install Node 24.',
  );
  process.exit(1);
}

// What was compiled once is kept beside the packages, where that may be written: every later start is a third quicker.
module.enableCompileCache(fileURLToPath(new URL('node_modules/.cache/case-desk/code', import.meta.url)));
