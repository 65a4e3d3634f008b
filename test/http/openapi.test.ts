import { expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { desks } from '../../src/domain/catalogue/desks.ts';
import { basePath, operations } from '../../src/http/contract.ts';
import { openApiDocument } from '../../src/http/openapi/openapi.ts';
import type { Json } from '../../src/http/openapi/openapi-schemas.ts';
import type { Operation } from '../../src/http/operation.ts';

const document = openApiDocument() as { paths: Record<string, Record<string, Json>>; components: { schemas: Record<string, Json> } };

test('the API document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test('the API document describes every row of the contract, and nothing else', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  const rows = Object.entries<Operation>(operations).map(([name, o]) => `${o.method.toLowerCase()} ${basePath}${o.path} ${name}`);
  expect(described.sort()).toEqual(rows.sort());
});

test('every reference in the API document leads somewhere', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
  for (const [, path = ''] of references) {
    const target = path.split('/').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
    expect([path, typeof target]).toEqual([path, 'object']);
  }
});

test('G-2 the API document has each case type’s form, with its fields’ labels', () => {
  for (const { id, fields } of Object.values(desks).flatMap((d) => d.caseTypes)) {
    const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}Input`;
    const { properties } = document.components.schemas[name] as { properties: Record<string, { title: string }> };
    expect(Object.keys(properties)).toEqual(fields.map((f) => f.id));
    for (const { title } of Object.values(properties)) expect(title.length).toBeGreaterThan(0);
  }
});
