import { dirname } from 'node:path';
import restify from 'restify';

/** What restify alone takes to serve a built file: its own plugin, and nothing before or after it. */
const { PORT = '', FILE = '' } = process.env;

const server = restify.createServer();
server.get('/readyz', async (_request, response) => response.send(200, {}));
server.get('/*', restify.plugins.serveStaticFiles(dirname(FILE)));
server.listen(Number(PORT), '127.0.0.1');
