import { expect, test } from '@jest/globals';
import { cpuMsOf } from '#test/harness/cpu-time.ts';
import { isOwnDevelopment } from './own-development.ts';

const OWN = `in-house, In House, inhouse, In-house development, in-house developed, In‑house, Developed in-house, internal
Internal IT, IT internal, internally developed, self-developed, Self developed, self-built, home-grown, homegrown, bespoke
custom-built, own development, Eigenentwicklung, Eigenentwicklung (Java), eigene Entwicklung, Inhouse-Entwicklung, intern
interne Entwicklung, selbst entwickelt, Eigenbau, développement interne, Développement maison, développé en interne
en interne, interne, desarrollo propio, Desarrollo interno, propio, desenvolvimento interno, sviluppo interno, eigen ontwikkeling`;

const VENDORS = `Acme, SAP, Internal Systems Inc., InHouse Software GmbH & Co. KG, Intern Labs, Maison du Logiciel, Custom Ink
Own Company Ltd, Internap, Interneto UAB, Bespoke Analytics, Home Depot, Custom, Eigen Technologies, IT`;

const listed = (text: string): string[] => text.split(/, |\n/);

test.each(listed(OWN))('%s is own development', (vendor) => expect(isOwnDevelopment(vendor)).toBe(true));

test.each(listed(VENDORS))('%s may be a vendor', (vendor) => expect(isOwnDevelopment(vendor)).toBe(false));

test('a cell of thousands of signs is not looked through sign by sign', () => {
  const long = `a${'.'.repeat(32_000)}b`;
  expect(cpuMsOf(() => isOwnDevelopment(long))).toBeLessThan(500);
  expect(isOwnDevelopment(long)).toBe(false);
});
