export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/strip-types.js' },
  // Its ES module entry leaves out file extensions, which only a bundler forgives.
  moduleNameMapper: { '^adaptivecards$': '<rootDir>/node_modules/adaptivecards/dist/adaptivecards.js' },
  globalSetup: './test/postgres.ts',
  globalTeardown: './test/postgres-stop.ts',
  testSequencer: './test/longest-first.ts',
  // A limit against hanging, not a measure: a real browser on a busy machine takes its time.
  testTimeout: 60_000,
  // Tests wait for databases and browsers more than they compute.
  maxWorkers: '100%',
  // A worker that has run a hundred files takes longer than half a second to let its memory go.
  workerGracefulExitTimeout: 10_000,
  watchman: false,
};
