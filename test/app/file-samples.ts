import { deflateRawSync, gzipSync } from 'node:zlib';

/** A file in an archive: its own header and content, as everything that reads from the beginning sees it. */
export function zipped(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
}

const types = (part: string, type: string) =>
  zipped(
    '[Content_Types].xml',
    Buffer.from(`<Types><Override PartName="${part}" ContentType="application/vnd.${type}.main+xml"/></Types>`),
  );
const nothing = Buffer.alloc(600);
const after = (start: string | Buffer, more: Buffer | string = nothing) =>
  Buffer.concat([Buffer.from(start as string), Buffer.from(more as string)]);
const hex = (text: string) => Buffer.from(text, 'hex');
const png = hex(
  '89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da63fcff1f0003030200efbfa7db0000000049454e44ae426082',
);
const compound = hex('d0cf11e0a1b11ae1');
const endOfZip = hex('504b0506000000000000000000000000000000000000');

/** Name, content, and the type it is kept under. */
export const kept: readonly (readonly [string, Buffer, string])[] = [
  ['letter.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
  ['picture.png', png, 'image/png'],
  ['really-a-png.pdf', png, 'image/png'],
  ['photo.jpg', after(hex('ffd8ffe000104a46494600')), 'image/jpeg'],
  ['moving.gif', after('GIF89a'), 'image/gif'],
  ['photo.webp', after('RIFF\x10\x00\x00\x00WEBPVP8 '), 'image/webp'],
  ['photo.heic', after(hex('00000018667479706865696300000000')), 'image/heic'],
  [
    'letter.docx',
    types('/word/document.xml', 'openxmlformats-officedocument.wordprocessingml.document'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'sites.xlsx',
    types('/xl/workbook.xml', 'openxmlformats-officedocument.spreadsheetml.sheet'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['old.doc', after(compound), 'application/msword'],
  ['message.msg', after(compound), 'application/vnd.ms-outlook'],
  ['message.eml', Buffer.from('From: a@contoso.example\r\nSubject: x\r\n\r\nHello'), 'message/rfc822'],
  ['numbers.csv', Buffer.from('number\r\n+33472000000\r\n'), 'text/csv'],
  ['utf16.csv', Buffer.from('\ufeffnumber\n+33472000000\n', 'utf16le'), 'text/csv'],
  ['windows.csv', Buffer.from('numéro\n+33472000000\n', 'latin1'), 'text/csv'],
  ['notes.txt', Buffer.from('Bonjour, déjà vu 👋🏽 — MZ'), 'text/plain'],
  ['MZ.txt', Buffer.from('MZ is how this begins, and BM too'), 'text/plain'],
  ['no-ending', Buffer.from('plain'), 'text/plain'],
  ['many.zip', zipped('../../x', Buffer.from('hi')), 'application/zip'],
  ['bomb.zip', zipped('[Content_Types].xml', Buffer.alloc(20_000_000)), 'application/zip'],
];

/** Name and content of what is kept as bytes that nobody says anything of. */
export const bytesAlone: readonly (readonly [string, Buffer])[] = [
  ['empty.txt', Buffer.alloc(0)],
  ['page.html', Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>')],
  ['page.txt', Buffer.from('\n\n  <HTML\n><body onload=alert(1)>')],
  ['picture.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['picture.png', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['late.csv', Buffer.concat([Buffer.alloc(100_000, 'number\n'), Buffer.from('<script>alert(1)</script>')])],
  ['text-then-bytes.txt', Buffer.concat([Buffer.alloc(100_000, 'a\n'), Buffer.alloc(10)])],
  ['gif-and-page.gif', after('GIF89a/*', '*/=1;<script>alert(1)</script>')],
  ['png-and-page.png', Buffer.concat([png, Buffer.alloc(100_000), Buffer.from('<html><script>alert(1)</script>')])],
  ['pdf-and-page.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), nothing, Buffer.from('<script>alert(1)</script>')])],
  ['pdf-and-zip.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), nothing, zipped('x.exe', Buffer.from('MZ')), endOfZip])],
  ['gif-and-jar.gif', Buffer.concat([Buffer.from('GIF89a'), nothing, zipped('A.class', Buffer.from('x')), endOfZip])],
  ['bomb.gz', gzipSync(Buffer.alloc(20_000_000))],
  ['macros.xlsm', types('/xl/workbook.xml', 'ms-excel.sheet.macroEnabled')],
  ['unknown.bin', Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
];

/** Name and content of what is not taken in. */
export const refused: readonly (readonly [string, Buffer, 'program' | 'script'])[] = [
  ['setup.exe', Buffer.from('harmless'), 'program'],
  ['invoice.pdf.EXE', png, 'program'],
  ['picture.png', after('MZ'), 'program'],
  ['invoice.pdf', after('\x7fELF\x02'), 'program'],
  ['letter.docx', after(hex('cffaedfe07000001')), 'program'],
  ['numbers.csv', after(hex('cafebabe00000034')), 'program'],
  ['link.pdf', after(hex('4c0000000114020000000000c000000000000046')), 'program'],
  ['old.doc', Buffer.concat([compound, nothing, hex('84100c0000000000c000000000000046')]), 'program'],
  ['many.zip', Buffer.concat([zipped('META-INF/MANIFEST.MF', Buffer.from('x')), zipped('A.class', Buffer.from('x'))]), 'program'],
  ['macro.lnk', Buffer.from('x'), 'program'],
  ['run.ps1', Buffer.from('Get-Item'), 'script'],
  ['run.js', Buffer.from('alert(1)'), 'script'],
  ['page.hta', Buffer.from('<html>'), 'script'],
  ['notes.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'script'],
  ['unpacks-itself.txt', Buffer.concat([Buffer.from('#! /bin/sh\nexit\n'), Buffer.alloc(600)]), 'script'],
  ['notes.csv', Buffer.from('\ufeff<?php system($_GET[0]);'), 'script'],
  ['run.vbs. . ', Buffer.from('MsgBox 1'), 'script'],
  ['folder/../run.cmd', Buffer.from('del'), 'script'],
];
