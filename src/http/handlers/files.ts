import { correctList, download, listReport, removeUpload, upload } from '../../app/files/uploads.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { words } from '../../domain/i18n/index.ts';
import { ok, refuse } from '../../domain/result.ts';
import { orderGuidance } from '../../forms/number-list/guidance.ts';
import type { Handlers } from '../contract.ts';
import { arriving } from '../json-body.ts';
import { isId } from './ids.ts';

export const fileHandlers: Pick<Handlers, 'upload' | 'removeUpload' | 'readList' | 'correctList' | 'download'> = {
  upload: async ({ deps, by, query, body }) => {
    // What says itself that it is too large need not be sent first.
    if (Number(body.headers['content-length']) > limits.fileSize) {
      return refuse({ code: 'limitReached', limit: 'fileSize', max: limits.fileSize });
    }
    const stored = await upload(deps, by, { name: query.name, content: arriving(body), caseId: query.caseId ?? null });
    return stored.ok ? ok({ status: 201, body: stored.value }) : stored;
  },
  removeUpload: async ({ deps, by, params }) => {
    if (isId(params.id)) await removeUpload(deps, by, params.id);
    return ok({ status: 204 });
  },
  readList: async ({ deps, by, params, query }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const report = await listReport(deps, by, params.id, query.country);
    if (!report.ok) return report;
    const { guidance } = words(by.locale).desks.phoneNumbers;
    return ok({ status: 200, body: { ...report.value, advice: orderGuidance(report.value).map((flag) => guidance[flag]) } });
  },
  correctList: async ({ deps, by, params, body }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const stored = await correctList(deps, by, params.id, body.corrections);
    return stored.ok ? ok({ status: 201, body: stored.value }) : stored;
  },
  download: async ({ deps, by, params }) => {
    if (!isId(params.id) || !isId(params.fileId)) return refuse({ code: 'notFound' });
    const found = await download(deps, by, params.id, params.fileId);
    return found.ok ? ok({ status: 200, body: found.value }) : found;
  },
};
