/** Files in the folder may import it, these places (files, folders or packages; after `type `, their types alone) and nothing else. */
export interface Layer {
  readonly folder: string;
  readonly may: readonly string[];
  readonly instead: string;
}

const core = ['src/domain', 'src/forms', 'src/app', 'type src/config.ts', 'type pino'];

/** Who may import whom. The first folder that holds a file is its layer. */
export const layers: readonly Layer[] = [
  {
    folder: 'src/domain',
    may: ['libphonenumber-js', 'temporal-polyfill', '@vvo/tzdb'],
    instead: 'The domain computes. Pass what it needs as data, or put the code in src/app behind a port.',
  },
  {
    folder: 'src/forms',
    may: ['src/domain', 'zod', 'csv-parse', 'libphonenumber-js', 'temporal-polyfill'],
    instead: 'A form is made from the catalogue alone. Give it what it needs as an argument.',
  },
  {
    folder: 'src/app',
    may: [
      'src/domain',
      'src/forms',
      'zod',
      'uuid',
      'file-type',
      'node:crypto',
      'node:stream',
      'node:buffer',
      'node:util',
      'node:timers',
      'type pino',
    ],
    instead: 'A use case knows no database, no directory and no channel. Describe what it needs as a port in src/app/ports.ts.',
  },
  {
    folder: 'src/store',
    may: [...core, 'src/root.ts', 'node:', 'kysely', 'pg', '@electric-sql/pglite'],
    instead: 'Stores only store. Ask for what you need through a port in src/app.',
  },
  {
    folder: 'src/identity',
    may: [...core, 'node:', 'jose', '@azure/msal-node'],
    instead: 'Identity turns a token into a principal. Ask for what you need through a port in src/app.',
  },
  {
    folder: 'src/graph',
    may: [...core, 'node:', 'zod', '@azure/msal-node'],
    instead: 'This is the one client of Microsoft Graph. Others reach it, and it reaches them, through ports in src/app.',
  },
  {
    folder: 'src/notify',
    may: [...core, 'node:', 'nodemailer', 'prom-client', 'smtp-server', 'postal-mime'],
    instead: 'The worker delivers what the outbox holds. Ask for a channel or a store through a port in src/app.',
  },
  {
    folder: 'src/http',
    may: [...core, 'node:', 'restify', 'zod', 'swagger-ui-dist'],
    instead: 'A route calls src/app. src/main.ts hands it what other folders make.',
  },
  {
    folder: 'src/local/page',
    may: ['src/domain', 'type src/local', 'adaptivecards', 'markdown-it', 'vite'],
    instead: 'This page is plain DOM that speaks to src/local over HTTP. Ask the server for what you need.',
  },
  {
    folder: 'src/local',
    may: [...core, 'node:', 'jose', 'zod', 'smtp-server', 'postal-mime'],
    instead: 'The local desk speaks to the app from outside, like Teams does. src/main.ts hands it what other folders make.',
  },
  {
    folder: 'src',
    may: ['src', 'bot', 'node:', 'pino', 'zod', 'date-holidays'],
    instead: 'Files directly in src put the parts together. Do the work in the folder it belongs to.',
  },
  {
    folder: 'bot',
    may: [...core, 'node:', 'botbuilder', 'botframework-connector', 'jose', 'zod', '@azure/msal-node'],
    instead: 'Turn the activity into a command and give it to src/app. src/main.ts hands the bot what other folders make.',
  },
  {
    folder: 'tab',
    may: [
      'src/domain',
      'src/forms',
      'type src/http/contract.ts',
      'react',
      'react-dom',
      '@fluentui/',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '@microsoft/teams-js',
      'adaptivecards',
      'markdown-it',
      'vite',
      '@vitejs/plugin-react',
    ],
    instead: 'The tab knows the server by its REST API alone. Add a row to src/http/contract.ts and call it.',
  },
  {
    folder: 'manifest',
    may: ['src/domain', 'node:', 'yazl', '@microsoft/app-manifest'],
    instead: 'The manifest is built from its own files, env/ and the words of src/domain/i18n.',
  },
  {
    folder: 'bench',
    may: [
      'src',
      'bot',
      'test',
      'node:',
      'botbuilder',
      'botframework-connector',
      'restify',
      'jose',
      'pg',
      'kysely',
      '@electric-sql/pglite',
      'pino',
      'uuid',
      // bench/floors asks it the same.
      'libphonenumber-js/max',
      // bench/peers counts the desk’s mail.
      'smtp-server',
      // bench/browser opens the tab.
      'scripts/build.ts',
      'playwright-core',
    ],
    instead: 'Measure what the product runs. To add a package here, add it to this row and say why.',
  },
];

/** These would double what the tab loads before it shows anything. */
export const tooHeavyForFirstView = ['libphonenumber-js', 'temporal-polyfill', '@vvo/tzdb', 'zod', 'csv-parse', 'adaptivecards'];

/** Files that may be longer than the limit, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {};
