/** What a test file gets for `@jest/globals`: it passes on to those of the file that is running, for this module is loaded once and they change. */
const current = (): Record<string, object> => (globalThis as { jestGlobals?: Record<string, object> }).jestGlobals ?? {};

function passedOn(name: string): object {
  const now = () => current()[name] ?? {};
  return new Proxy(() => {}, {
    apply: (_, self, args) => Reflect.apply(now() as () => unknown, self, args),
    get: (_, key) => Reflect.get(now(), key),
  });
}

export const afterAll = passedOn('afterAll');
export const afterEach = passedOn('afterEach');
export const beforeAll = passedOn('beforeAll');
export const beforeEach = passedOn('beforeEach');
export const describe = passedOn('describe');
export const expect = passedOn('expect');
export const jest = passedOn('jest');
export const test = passedOn('test');
