import { content, type Operation } from '../operation.ts';
import { fileView } from '../schemas/case.ts';
import * as change from '../schemas/change.ts';
import { listAnswer } from '../schemas/draft.ts';
import * as given from '../schemas/parameters.ts';
import { writing } from './writing.ts';

/** Files, before and after a case has taken them up. */
export const fileOperations = {
  upload: {
    method: 'POST',
    path: '/files',
    summary: 'Uploads a file: the body is its content, and its type is what that is; programs and scripts are refused',
    query: given.uploadQuery,
    body: content,
    answers: { 201: fileView },
    problems: ['invalid', 'notFound', 'notAllowed', 'limitReached', 'fileRefused'],
  },
  removeUpload: {
    method: 'DELETE',
    path: '/files/{id}',
    summary: 'Removes an upload that no case has taken up',
    params: given.byId,
    answers: { 204: null },
    problems: [],
  },
  readList: {
    method: 'GET',
    path: '/files/{id}/numbers',
    summary: 'What an uploaded number list holds for a country',
    params: given.byId,
    query: given.countryQuery,
    answers: { 200: listAnswer },
    problems: ['notFound', 'invalid'],
  },
  correctList: {
    method: 'POST',
    path: '/files/{id}/corrections',
    summary: 'The list with some rows put right, as a new upload',
    params: given.byId,
    body: change.corrections,
    answers: { 201: fileView },
    problems: [...writing, 'notFound', 'limitReached', 'fileRefused'],
  },
  download: {
    method: 'GET',
    path: '/cases/{id}/files/{fileId}',
    summary: 'A file of a case',
    action: 'view',
    params: given.byFile,
    answers: { 200: content },
    problems: ['notFound'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
