export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  runtime: './test/jest/runtime.ts',
  globalSetup: './test/postgres.ts',
  globalTeardown: './test/postgres-stop.ts',
  testSequencer: './test/jest/order.ts',
  // A limit against hanging, not a measure: a real browser on a busy machine takes its time.
  testTimeout: 60_000,
  // Tests wait for databases and browsers more than they compute.
  maxWorkers: '100%',
  // A worker that has run a hundred files takes longer than half a second to let its memory go.
  workerGracefulExitTimeout: 10_000,
  watchman: false,
};
