import { v7 as uuidv7 } from 'uuid';
import { authorize } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { isCountry } from '../../domain/catalogue/countries.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { NumberListReport } from '../../domain/numbers/report.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { correctNumberList } from '../../forms/number-list/correct.ts';
import { reportOf } from '../cases/lists.ts';
import { visible } from '../cases/queries.ts';
import { fileView } from '../cases/timeline.ts';
import type { Deps } from '../deps.ts';
import { scopeOf } from '../people/people.ts';
import type { StoredFile } from '../ports.ts';
import { recordRefusal } from '../refused.ts';
import type { FileView } from '../views.ts';
import { fileName } from './file-name.ts';
import { receive } from './received.ts';

/** How many files one person may have lying about that no case has taken up. */
const maxLoose = 100;

export interface Arriving {
  /** As the person's machine calls it; only the last part is kept, cleaned. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** The case it is meant for, where it is not for a form. */
  readonly caseId: string | null;
}

/** Takes a file in, under the type that its content has (F-42); it is its owner's until a case or a comment takes it up. A broken upload leaves nothing (F-43). */
export async function upload(deps: Deps, by: Principal, file: Arriving): Promise<Result<FileView, Refusal>> {
  const case_ = file.caseId === null ? undefined : await visible(deps, by, { id: file.caseId });
  if (file.caseId !== null && !(case_ && authorize(by, 'comment', case_).ok)) return refuse({ code: 'notFound' });
  if (file.caseId === null && by.roles.includes('guest')) return refuse({ code: 'notAllowed', action: 'open', why: 'guest' });
  const tenantId = case_?.tenantId ?? by.tenantId;
  if ((await deps.store.files.countOwn(tenantId, by.personId)) >= maxLoose)
    return refuse({ code: 'limitReached', limit: 'files', max: maxLoose });
  const name = fileName(file.name);
  const received = await receive(name, file.content);
  if ('refused' in received) return recordRefusal(deps, by, 'file.upload', file.caseId, { code: 'fileRefused', kind: received.refused });
  const stored = await deps.blobs.put(received.content, limits.fileSize);
  if (stored === 'tooLarge') return refuse({ code: 'limitReached', limit: 'fileSize', max: limits.fileSize });
  const row = { id: uuidv7(), tenantId, ownerId: by.personId, name, contentType: received.contentType(), ...stored };
  await deps.store.files.insert(row);
  return ok(fileView(row));
}

/** PN-5: what an uploaded number list holds for a country, good rows and faults. */
export async function listReport(deps: Deps, by: Principal, fileId: string, country: string): Promise<Result<NumberListReport, Refusal>> {
  if (!isCountry(country)) return refuse({ code: 'invalid', issues: [{ field: 'country', fault: { is: 'notAnOption' } }] });
  const own = await ownFile(deps, by, fileId);
  return own ? ok(await reportOf(deps, own.sha256, country)) : refuse({ code: 'notFound' });
}

export interface Correction {
  /** As the report counts rows. */
  readonly row: number;
  /** What is to stand there; `null` takes the row out. */
  readonly value: string | null;
}

/** PN-5: the list with some rows put right, as a new file; the one that was uploaded stays as it was. */
export async function correctList(
  deps: Deps,
  by: Principal,
  fileId: string,
  corrections: readonly Correction[],
): Promise<Result<FileView, Refusal>> {
  const own = await ownFile(deps, by, fileId);
  if (!own) return refuse({ code: 'notFound' });
  const corrected = await correctNumberList(await deps.blobs.read(own.sha256), corrections);
  return upload(deps, by, { name: own.name, content: once(corrected), caseId: null });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The content of a case's file, for those who may see the case; internal ones for its desk only. */
export async function download(
  deps: Deps,
  by: Principal,
  caseId: string,
  fileId: string,
): Promise<Result<{ readonly file: FileView; readonly content: AsyncIterable<Uint8Array> }, Refusal>> {
  const case_ = await visible(deps, by, { id: caseId });
  const file = case_ && (await deps.store.files.findOfCase(scopeOf(by), caseId, fileId));
  if (!case_ || !file || (file.internal && !authorize(by, 'note', case_).ok)) return refuse({ code: 'notFound' });
  return ok({ file: fileView(file), content: deps.blobs.stream(file.sha256) });
}

export const removeUpload = (deps: Deps, by: Principal, fileId: string): Promise<void> =>
  deps.store.files.removeOwn(by.tenantId, by.personId, fileId);

const ownFile = async (deps: Deps, by: Principal, id: string): Promise<StoredFile | undefined> =>
  (await deps.store.files.findOwn(by.tenantId, by.personId, [id]))[0];
