import { architectureOf, withoutArchitecture } from './architecture.ts';
import type { OsReading } from './os-reading.ts';
import { withoutKernel, type Around } from './version-words.ts';

/** How a family is named, and how its version, edition and architecture are written. Texts are folded. */
export interface Product {
  family: string;
  names: RegExp;
  /** `whole` is the text with the kernel release that `around` lacks. */
  version: (around: Around, whole: string) => string | null;
  edition?: (text: string) => string | null;
  architecture?: (text: string, named: string | null) => string | null;
  /** What `64-bit` means on this system; x86_64 unless given. */
  bits64?: string | null;
}

/** The first product whose name the text holds; null when it holds none. */
export function readProduct(text: string, products: readonly Product[]): OsReading | null {
  for (const product of products) {
    const found = product.names.exec(text);
    if (found === null) continue;
    const named = architectureOf(text, product.bits64);
    return {
      system: {
        family: product.family,
        version: versionOf(product, text, found),
        edition: product.edition?.(text) ?? null,
        architecture: product.architecture?.(text, named) ?? named,
      },
      rule: `os-${product.family.replaceAll('_', '-')}`,
      // A codename beside a version has no name to show: `22.04.3 LTS (Jammy Jellyfish)`.
      reason: `Names ${found[0].trim() || product.family}.`,
    };
  }
  return null;
}

/** The version around the name, or around where it stands again: `Solaris, Solaris10`. */
function versionOf({ names, version }: Product, text: string, found: RegExpExecArray): string | null {
  const rest = text.slice(found.index + found[0].length);
  return version(aroundName(text, names), text) ?? (names.test(rest) ? version(aroundName(rest, names), rest) : null);
}

function aroundName(text: string, names: RegExp): Around {
  const all = withoutKernel(withoutArchitecture(text));
  const name = names.exec(all);
  if (name === null) return { before: '', after: all, all };
  const end = name.index + name[0].length;
  return { before: all.slice(0, name.index), after: all.slice(end), all };
}
