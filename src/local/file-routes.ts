import { readBytes } from './body.ts';
import { type Files, largestFile } from './files.ts';
import { type Route, refuse } from './route.ts';

/** Downloads and uploads by pre-signed address: whoever holds the token may, as with the addresses that Teams gives a bot. */
export function fileRoutes(files: Files): Route[] {
  return [
    {
      method: 'GET',
      path: '/files/:token',
      handle({ response, parts }) {
        const file = files.byToken(parts['token'] ?? '');
        if (!file) return refuse(response, 404, 'itemNotFound', 'The resource could not be found.');
        response.writeHead(200, {
          'content-type': 'application/octet-stream',
          'content-length': file.size,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        });
        response.end(file.bytes);
      },
    },
    {
      method: 'PUT',
      path: '/files/:token',
      async handle({ request, response, parts }) {
        const file = files.receiveUpload(parts['token'] ?? '', await readBytes(request, largestFile));
        if (!file) return refuse(response, 404, 'itemNotFound', 'The resource could not be found.');
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: file.id, name: file.name, size: file.size }));
      },
    },
  ];
}
