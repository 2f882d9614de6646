import type { CleansedValue } from '../cleansing/cleansed.ts';

const MAKER =
  '^(?:(?:cisco|juniper|hpe?|aruba|arista|fortinet|palo alto(?: networks)?|dell|f5|check ?point|huawei|extreme|brocade|ubiquiti|mikrotik)(?: networks| systems)?[ -]+)?';

/** Series of switches, routers, firewalls, load balancers and access points that makers give to nothing else. */
const SERIES = [
  'catalyst[ -]?\\d{3,4}|ws-c\\d{4}|c9[2-6]00[a-z]?-|nexus[ -]?\\d{4,5}|n[2-9]k-c',
  'isr[ -]?\\d{3,4}|asr[ -]?\\d{3,4}|asa[ -]?55\\d\\d|firepower|air-(?:cap|ap|ct)|meraki|m(?:s|x)\\d{2,3}-hw',
  'ex\\d{4}-\\d\\d[a-z]|qfx[ -]?\\d{4,5}',
  'procurve|aruba(?:os)?[ -]?(?:cx|\\d{3,4})|officeconnect|flexfabric|flexnetwork',
  'dcs-7\\d{3}[a-z\\d]*-\\d|fortigate|fortiswitch|fortiap|fg-\\d{2,4}[a-z]|pa-\\d{3,4}|big-?ip|netscaler|citrix adc',
  'powerconnect|networking [nsz]\\d{4}|cloudengine|routerboard|unifi|icx[ -]?\\d{4}',
];
const modelOf = (series: string): RegExp => new RegExp(`${MAKER}(?:${series})`, 'i');
const NETWORK_MODELS = modelOf(SERIES.join('|'));
/** Series whose letters others give to printers, projectors and cameras: Lexmark `MX521`, Epson `EX3220`, D-Link `DCS-2330`. */
const OF_MAKER: readonly (readonly [maker: RegExp, models: RegExp])[] = [
  [/^juniper(?![a-z])/i, modelOf('srx[ -]?\\d{3,4}|ex[ -]?\\d{4}|mx[ -]?\\d{2,3}$')],
  [/^(?:cisco|meraki)(?![a-z])/i, modelOf('c9[2-6]00[a-z]?$|mx\\d{2,3}$')],
  [/^arista(?![a-z])/i, modelOf('dcs-\\d{4}')],
];
const VIRTUAL = /virtual|\bve\b|\bvm\b|vpx/i;
const MODEL_MAX_CHARACTERS = 80;

/** Whether a hardware model, beside its manufacturer, is one of network devices; the virtual edition of one runs on any machine. */
export function isNetworkModel(model: CleansedValue | undefined, manufacturer: CleansedValue | undefined): boolean {
  if (typeof model !== 'string' || model.length > MODEL_MAX_CHARACTERS || VIRTUAL.test(model)) return false;
  const text = model.trim();
  const maker = typeof manufacturer === 'string' ? manufacturer.trim() : '';
  const isOfMaker = OF_MAKER.some(([by, models]) => models.test(text) && (by.test(text) || by.test(maker)));
  return isOfMaker || NETWORK_MODELS.test(text);
}
