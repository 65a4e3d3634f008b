import { ServerResponse } from 'node:http';
import { createServer } from 'restify';

// restify replaces `writeHead` of every response in the process, of other servers too, by one that does not give the response back.
const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
  (writeHead as (...given: unknown[]) => void).apply(this, given);
  return this;
};

export { createServer };
