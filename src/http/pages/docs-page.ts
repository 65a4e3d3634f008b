import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import { docsPolicy } from './security-headers.ts';
import { answerStatic, type StaticFile, staticFile } from './static-files.ts';

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Case Desk: REST API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
    <link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png" sizes="32x32">
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });\n`;
const ofTheLibrary = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;

/** `/api/docs`: the API document to read and to try, with nothing inline and nothing from elsewhere. */
export function serveDocs(server: Server): void {
  const own = { 'index.html': staticFile('index.html', Buffer.from(html)), 'start.js': staticFile('start.js', Buffer.from(start)) };
  const read = new Map<string, StaticFile>(Object.entries(own));
  const page = async (request: Request, response: Response): Promise<void> => {
    response.setHeader('content-security-policy', docsPolicy);
    answerStatic(request, response, own['index.html'], 'no-cache');
  };
  server.get('/api/docs', page);
  server.get('/api/docs/', page);
  server.get('/api/docs/start.js', async (request: Request, response: Response) =>
    answerStatic(request, response, own['start.js'], 'no-cache'),
  );
  for (const name of ofTheLibrary) {
    server.get(`/api/docs/${name}`, async (request: Request, response: Response) => {
      const file = read.get(name) ?? staticFile(name, readFileSync(join(libraryFolder(), name)));
      read.set(name, file);
      answerStatic(request, response, file, 'public, max-age=86400');
    });
  }
}

const libraryFolder = (): string => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
