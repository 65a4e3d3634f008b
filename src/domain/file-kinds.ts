import type { RefusedKind } from './errors.ts';

/** What nobody can say more of than that it is bytes. Everything is handed out so, whatever it is (F-42). */
export const bytesOnly = 'application/octet-stream';

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** F-42: what is kept under its own type, told by its content. Anything else that is not refused is kept as bytes: HTML, SVG, other archives. */
export const documents: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/rtf',
  'application/zip',
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  `${openDocument}.text`,
  `${openDocument}.spreadsheet`,
  `${openDocument}.presentation`,
  'application/vnd.ms-outlook',
]);

/** Older office files and messages share one container; only their name tells them apart. */
export const inCompoundFile: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};

/** Types of text that only a name tells apart. */
export const inText: Readonly<Record<string, string>> = { csv: 'text/csv', tsv: 'text/tab-separated-values', eml: 'message/rfc822' };

/** Content that a machine would run. */
export const runs: Readonly<Record<string, RefusedKind>> = {
  'application/x-msdownload': 'program',
  'application/x-elf': 'program',
  'application/x-mach-binary': 'program',
  'application/java-vm': 'program',
  'application/java-archive': 'program',
  'application/vnd.android.package-archive': 'program',
  'application/x-xpinstall': 'program',
  'application/x-google-chrome-extension': 'program',
  'application/x-apple-diskimage': 'program',
  'application/x-iso9660-image': 'program',
  'application/x-deb': 'program',
  'application/x-rpm': 'program',
  'application/x-shockwave-flash': 'program',
  'application/vnd.ms-htmlhelp': 'program',
  'application/wasm': 'program',
  'application/x-ms-shortcut': 'program',
  'application/x-ft-apple.alias': 'program',
  'application/x-ms-regedit': 'script',
};

const named = (kind: RefusedKind, endings: string): readonly (readonly [string, RefusedKind])[] =>
  endings.split(' ').map((ending) => [ending, kind]);

/** Names that a machine would run what is in them by, whatever it is. */
export const runsByName: ReadonlyMap<string, RefusedKind> = new Map([
  ...named(
    'program',
    'exe com scr pif cpl dll sys drv ocx msi msix msixbundle msp mst appx appxbundle appinstaller gadget jar jnlp apk ipa',
  ),
  ...named('program', 'app dmg pkg deb rpm iso img vhd vhdx chm hlp lnk url scf library-ms search-ms xll wll ppam xlam swf application'),
  ...named('script', 'bat cmd ps1 psm1 psd1 ps1xml psc1 vb vbs vbe js jse mjs cjs ws wsc wsf wsh sct hta reg inf msc'),
  ...named('script', 'sh bash zsh csh ksh fish command csx py pyw pyc pl rb php phar jsp asp aspx cgi settingcontent-ms'),
]);

/** The ending of a name, lower case; empty where it has none. */
export const endingOf = (name: string): string => /\.([^.\s]{1,20})$/.exec(name.toLowerCase())?.[1] ?? '';
