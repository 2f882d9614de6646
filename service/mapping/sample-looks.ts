import type { ColumnProfile } from '../profiling/column-profile.ts';
import { saysNothing } from './placeholder-words.ts';

/**
 * What the first values of a column hold among other things: nested exports (JSON, `scsi0:…[size=32G]`) and people's own
 * sheets (`2 TB SSD`, `C: 500 GB`) wrap what a detector of whole values would know. Each pattern is linear; samples are
 * cut at 120 characters.
 */
const PATTERNS = {
  ip_inside: /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])/,
  mac_inside: /(?<![0-9a-f:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![0-9a-f:-])/i,
  size_inside: /\d ?[[(]?(?:[kmgtp](?:i?b|o)?|gigas?|teras?)(?![a-z0-9])/i,
  cpu_count: /^\d{1,4}[ -]?(?:x ?\d{1,4} ?)?(?:v?cpus?|v?cores?|[sct]\b|threads?|kerne|coeurs|cœurs|n[uú]cle[oi]s?)/i,
  t_shirt_size: /^(?:x{0,3}[sl]|m)(?: ?[/(,;].{0,40})?$/i,
  public_cloud: /^(?:aws|azure|gcp|oci|amazon|google cloud|microsoft azure|ibm cloud|alibaba|ovh|on-?prem)/i,
  digit: /\d/,
  letter: /\p{L}/u,
  cpe: /^cpe:/i,
} as const;
export type SampleLook = keyof typeof PATTERNS;

/** Whether every sample is a word or mark for "nothing known"; not where there are none. */
export function areAllPlaceholders({ samples }: ColumnProfile): boolean {
  return samples.length > 0 && samples.every((sample) => saysNothing(foldedSample(sample)));
}

const foldedSample = (sample: string): string => sample.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Share of the samples that hold it, 0–1; 0 where there are none. */
export function sampleShare({ samples }: ColumnProfile, look: SampleLook): number {
  return samples.length === 0 ? 0 : samples.filter((sample) => PATTERNS[look].test(sample)).length / samples.length;
}
