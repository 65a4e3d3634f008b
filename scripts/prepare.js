// Plain JavaScript on purpose: npm runs this with the machine's own Node where it couldn't bring a newer one.
import { existsSync } from 'node:fs';

const [major = 0] = process.versions.node.split('.').map(Number);
const canBuild = major >= 24 && existsSync('node_modules/vite');
if (canBuild) {
  const { buildAll } = await import('./build.ts');
  // An installation stands without what is built; `npm start` builds them again and shows the error at length.
  await buildAll().catch((error) => console.error(`The desk could not be built: ${error.message}`));
}
