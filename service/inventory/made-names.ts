import { isIP } from 'node:net';
import { isPlaceholder } from '../cleansing/placeholders.ts';

/** First labels of names that a machine or a cloud gave, which nobody calls a thing by. */
const MADE_LABELS: readonly RegExp[] = [
  /^(?:ip|ec2|domu|host)(?:-\d{1,3}){4}$/,
  /^domu(?:-[0-9a-f]{2}){6}$/,
  /^ec2amaz-[0-9a-z]{5,8}$/,
  /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^[0-9a-f]{32}$/,
  /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/,
  /^localhost\d?$/,
];
const MADE_WHOLE = /^(?:arn:|ocid1\.|\/subscriptions\/)/;
const NAME_MAX_CHARACTERS = 300;

/** Whether a name is an id or an address written as a name (`ip-10-30-2-80.eu-west-1.compute.internal`), or stands for none. */
export function isMadeName(text: string, field: string): boolean {
  const name = text.slice(0, NAME_MAX_CHARACTERS).trim().toLowerCase();
  if (isIP(name) !== 0 || MADE_WHOLE.test(name) || isPlaceholder(name, field)) return true;
  const [label = ''] = name.split('.', 1);
  return MADE_LABELS.some((form) => form.test(label));
}
