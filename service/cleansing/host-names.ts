import { isIPv4, isIPv6 } from 'node:net';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed } from './cleansed.ts';

/** RFC 1123 labels; the underscore is no host-name character but Windows and Active Directory allow it. */
const LABEL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u;
const NAME_MAX_CHARACTERS = 253;
const LOWER_CASE = 'In lower case: host names have none.';

/** Whether a name could be a host's short name, so that a sheet may write it into either column. */
export const isHostLabel = (name: string): boolean => LABEL.test(name);

/**
 * The labels of a name in lower case without port and final dot, or null when it is no host name. A path is part of a URL
 * only; in `srv01/srv02` it is another host. RFC 3696: the last label of several is not all digits.
 */
function labelsOf(text: string): string[] | null {
  const url = /^(?:https?|ldaps?|ssh|ftp):\/\/([^/?#]*)/i.exec(text);
  const bare = (url?.[1] ?? text).replace(/:\d{1,5}$/, '').replace(/\.$/, '');
  if (bare.length > NAME_MAX_CHARACTERS || isIPv4(bare) || isIPv6(text)) return null;
  const labels = bare.toLowerCase().split('.');
  if (labels.length > 1 && /^\d+$/.test(labels.at(-1) ?? '')) return null;
  return labels.every(isHostLabel) ? labels : null;
}

/** RFC 6761; `localhost.localdomain` is what Linux is called before anybody names it. */
const LOCAL = /^localhost[46]?(?:\.localdomain[46]?)?\.?$/i;

/** A fully qualified name, split into host and domain. A name without a domain is none. */
export function cleanseFqdn(cell: Cell, text: string): Cleansed {
  if (LOCAL.test(text)) return unsaid('placeholder', `${quoted(text)} is what every machine calls itself.`);
  const labels = typeof cell === 'string' ? labelsOf(text) : null;
  if (labels === null) return unsaid('fqdn-invalid', `${quoted(text)} is no host name.`);
  const [host = '', ...rest] = labels;
  if (rest.length === 0) return unsaid('fqdn-without-domain', `${quoted(text)} has no domain.`);
  return cleansed({ fqdn: labels.join('.'), host, domain: rest.join('.') }, 'fqdn', 'Host and domain, in lower case.');
}

/**
 * The short name in lower case; the domain of a fully qualified one goes, and so do `$` and Windows domain of a computer
 * account. `A\\B` without `$` is a host of a domain or a database instance of a host: not guessed.
 */
export function cleanseHostname(cell: Cell, text: string): Cleansed {
  if (typeof cell === 'boolean') return unsaid('hostname-invalid', `${quoted(text)} is no host name.`);
  if (LOCAL.test(text)) return unsaid('placeholder', `${quoted(text)} is what every machine calls itself.`);
  const account = /^[^\\\s]{1,63}\\([^\\]+\$)$/.exec(text)?.[1] ?? text;
  const labels = labelsOf(account.replace(/^\\\\/, '').replace(/\$$/, ''));
  if (labels === null) return unsaid('hostname-invalid', `${quoted(text)} is no host name.`);
  const [host = '', ...domain] = labels;
  return domain.length > 0
    ? cleansed(host, 'hostname-from-fqdn', `The first label; its domain is ${domain.join('.')}.`)
    : cleansed(
        host,
        'hostname',
        host === text.toLowerCase() ? LOWER_CASE : `${LOWER_CASE} Without what stands around it.`,
      );
}
