import { extname } from 'node:path';
import type { Attachment } from './client-contract.ts';
import type { KeptFile } from './files.ts';

const fileType = (name: string) => extname(name).slice(1).toLowerCase();

/** A file as Teams tells a bot of it in a personal chat. */
export function downloadOf(file: KeptFile, url: string): Attachment {
  const downloadUrl = `${url}/files/${file.token}`;
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: downloadUrl,
    name: file.name,
    content: { downloadUrl, uniqueId: file.id, fileType: fileType(file.name) },
  };
}

/** Where a bot may put one file after the person agreed. */
export function uploadPlace(token: string, name: string, url: string) {
  const address = `${url}/files/${token}`;
  return { contentUrl: address, uploadUrl: address, name, uniqueId: token, fileType: fileType(name) };
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);
