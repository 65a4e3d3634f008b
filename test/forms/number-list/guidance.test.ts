import { expect, test } from '@jest/globals';
import { orderGuidance } from '../../../src/forms/number-list/guidance.ts';
import { readNumberList } from '../../../src/forms/number-list/read.ts';

const read = (country: string, ...numbers: string[]) => readNumberList(new TextEncoder().encode(numbers.join('\n')), country);
const geographic = (count: number) => Array.from({ length: count }, (_, i) => `+331${40_000_000 + i}`);

test('PN-11 tells an order of over 999 numbers that more is needed', async () => {
  expect(orderGuidance(await read('FR', ...geographic(999)))).toEqual([]);
  expect(orderGuidance(await read('FR', ...geographic(1000)))).toEqual(['over999']);
});

test('PN-11 tells French geographic and freephone numbers in one order apart', async () => {
  expect(orderGuidance(await read('FR', '+33147203001', '+33800123456'))).toEqual(['frenchGeographicWithFreephone']);
  expect(orderGuidance(await read('FR', '+33800123456'))).toEqual([]);
  expect(orderGuidance(await read('US', '+13125550123', '+18005550199'))).toEqual([]);
});
