import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** The folder of the whole project, from the sources as from what is built of them in `dist/server`. */
export const root: string = dirname(findPackageJSON('..', import.meta.url) ?? import.meta.dirname);
