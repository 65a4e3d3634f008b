import { Buffer } from 'node:buffer';
import type { Request, Response, Server } from 'restify';
import { tabPolicy } from './security-headers.ts';
import { answerStatic, readFolder, staticFile } from './static-files.ts';

/** What the page has to know before anybody is signed in. */
export interface PublicConfig {
  /** For deep links. */
  readonly appId: string;
  /** Where the Teams of this cloud are. */
  readonly teams: string;
}

export interface TabPage {
  readonly folder: string;
  readonly frameAncestors: readonly string[];
  readonly publicConfig: PublicConfig;
}

type NotFound = (request: Request, response: Response) => void;

/** Vite names what it builds by its content, so it never changes under that name. */
const hashed = /^assets\/.+-[\w-]{8,}\.\w+$/;
const forEver = 'public, max-age=31536000, immutable';

/** The built tab under `/tab/`: its files, and for every other path below it the page itself, which has routes of its own. */
export function serveTab(server: Server, { folder, frameAncestors, publicConfig }: TabPage, notFound: NotFound): void {
  const files = readFolder(folder);
  const index = files.get('index.html');
  const policy = tabPolicy(frameAncestors);
  const config = staticFile('config.json', Buffer.from(JSON.stringify(publicConfig)));

  const answer = async (request: Request, response: Response): Promise<void> => {
    const path = String(request.params['*'] ?? '');
    const file = path === 'config.json' ? config : files.get(path);
    if (file && path !== 'index.html') return answerStatic(request, response, file, hashed.test(path) ? forEver : 'no-cache');
    // A missing file is not a page: a script that gets HTML fails without a word.
    if (!index || /\.\w+$/.test(path)) return notFound(request, response);
    response.setHeader('content-security-policy', policy);
    answerStatic(request, response, index, 'no-cache');
  };
  const toTab = async (_: Request, response: Response): Promise<void> => {
    response.writeHead(302, { location: '/tab/' }).end();
  };
  server.get('/', toTab);
  server.get('/tab', toTab);
  server.get('/tab/*', answer);
  // G-14: an address to paste, which Teams asks the bot about. It says nothing of whether there is such a case.
  server.get('/case/:number', async (request: Request, response: Response): Promise<void> => {
    response.writeHead(302, { location: `/tab/#/case/${encodeURIComponent(String(request.params['number'] ?? ''))}` }).end();
  });
}
