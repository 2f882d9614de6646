/** Words of names that are not spelled as they are said. */
const spellings: Readonly<Record<string, string>> = {
  ci: 'CI',
  cpu: 'CPU',
  fqdn: 'FQDN',
  gb: 'GB',
  gbps: 'Gbps',
  ghz: 'GHz',
  id: 'ID',
  iops: 'IOPS',
  ip: 'IP',
  kb: 'KB',
  kbps: 'kbps',
  mac: 'MAC',
  mb: 'MB',
  mbps: 'Mbps',
  mhz: 'MHz',
  os: 'OS',
  percent: '%',
  ram: 'RAM',
  rpo: 'RPO',
  rto: 'RTO',
  six_r: '6R',
  tb: 'TB',
  url: 'URL',
  vlan: 'VLAN',
  vm: 'VM',
};

/** The words for a target field or one of its values: `os_version` → `OS version`. */
export function fieldLabel(name: string): string {
  const words = name
    .replace(/^six_r(?=_|$)/, spellings['six_r'] ?? '')
    .split('_')
    .map(spelled)
    .join(' ');
  return sentence(words);
}

/** `data_validation` and `data-validation` → `Data validation`: the service's closed words as people write them. */
export function formatWord(word: string): string {
  return fieldLabel(word.replaceAll('-', '_'));
}

/** The words for one of the service's closed words; one that a later service uses by its name. */
export function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? formatWord(name);
}

/** `gb` → `GB`; any other word as it is. */
export function spelled(word: string): string {
  return (Object.hasOwn(spellings, word) ? spellings[word] : undefined) ?? word;
}

/** `identity` → `Identity`; a client's own words stay as they are written but for their first letter. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
