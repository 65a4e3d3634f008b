import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type jestRuntime from 'jest-runtime';

const require = createRequire(import.meta.url);
const { default: JestRuntime } = require('jest-runtime') as typeof jestRuntime;

const globals = new URL('./globals.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
    return next(specifier.startsWith('.') && context.parentURL?.includes(cards) ? whole(specifier, context.parentURL) : specifier, context);
  },
});

/** This package leaves out its files' extensions, which only a bundler forgives. */
const cards = '/node_modules/adaptivecards/lib/';

function whole(specifier: string, from: string): string {
  return existsSync(new URL(`${specifier}.js`, from)) ? `${specifier}.js` : `${specifier}/index.js`;
}

/**
 * Loads tests, and what they test, as `node` loads the product: types stripped by Node itself, and each module once for all files of a worker.
 * Jest's own way compiles every module anew for every file, which took a second of most.
 */
export default class NativeRuntime extends JestRuntime {
  constructor(...args: ConstructorParameters<typeof JestRuntime>) {
    const [config, environment] = args;
    const { fakeTimersModern } = environment;
    if (fakeTimersModern) {
      // Its own are for a world of the test file's own.
      const FakeTimers = fakeTimersModern.constructor as new (options: object) => typeof fakeTimersModern;
      environment.fakeTimersModern = new FakeTimers({ config, global: globalThis });
    }
    super(...args);
  }

  override unstable_shouldLoadAsEsm(path: string): boolean {
    return path.endsWith('.ts');
  }

  /** Jest's side of a file of tests: new for each file, but in the world of the tests, so that an `Error` of theirs is one to it. */
  override requireInternalModule<T>(path: string): T {
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      if (/^(JEST_STATE_SYMBOL|EVENT_HANDLERS)$/.test(symbol.description ?? '')) Reflect.deleteProperty(globalThis, symbol);
    }
    delete require.cache[path];
    return require(path);
  }

  override async unstable_importModule(path: string): Promise<void> {
    Object.assign(globalThis, { jestGlobals: this.requireModuleOrMock(path, '@jest/globals') });
    await import(pathToFileURL(path).href);
  }
}

/** Jest requires this module, and takes a default export only from one that says it has one. */
export const __esModule = true;
