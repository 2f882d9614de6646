import { word } from './os-reading.ts';

/**
 * Systems that are recognised and have no family in the end-of-life data. They stand before the families because their
 * names often contain one: `Linux Mint 20 (Ubuntu Focal)`, `Red Hat Enterprise Linux CoreOS`.
 */
const OUTSIDE: readonly (readonly [string, RegExp])[] = [
  [
    'Red Hat Linux',
    /red ?hat linux (?:release|(?:6\.[12]|7\.[123]|8\.0|9)(?: \((?:shrike|psyche|valhalla|enigma|seawolf|guinness|zoot)\))$)/,
  ],
  // What an application says of itself names the system it was built for: `NetBackup-RedHat2.6.18 7.7.3`.
  ['an application', /^(?:veritas |symantec )?net ?backup(?![a-z])(?!.* on )|^server version: apache/],
  ['Red Hat CoreOS', /core ?os(?![a-z])|(?<![a-z])atomic(?![a-z])|flatcar|container linux/],
  [
    'Red Hat Virtualization',
    word('red ?hat (?:(?:enterprise )?virtualization|openshift|storage|ceph|satellite|gluster).*|rhev?-?h|rhvh?|ovirt'),
  ],
  [
    'a product of a maker of systems',
    /(?<![a-z])red ?hat (?:jboss|ansible|openstack|quay|amq|fuse|3scale|single sign|directory|certificate|identity|cluster|data grid)|(?<![a-z])suse (?:manager|rancher|liberty|cloud|caas|openstack|studio)|linux virtualization manager|solaris cluster|ubuntu (?:landscape|touch)/,
  ],
  ['VMware Photon OS', word('photon(?: ?os)?')],
  ['SUSE Linux Enterprise Micro', /enterprise micro|(?<![a-z])(?:sle|suse) ?micro|microos/],
  ['Oracle VM', word('oracle vm(?: server)?|ovm server')],
  [
    'a Linux distribution',
    word(
      'alpine|arch linux|archlinux|gentoo|slackware|linux ?mint|kali\\d?|scientific linux|cloudlinux|mageia|mandriva|mandrake|mandrakelinux|turbolinux|asianux|' +
        'clear linux|raspbian|raspberry pi os|bottlerocket|cbl-mariner|mariner|azure ?linux|proxmox|nixos|manjaro|elementary|zorin|pop!?_?os|deepin|uos|kylin|' +
        'neokylin|anolis|tencentos|opencloudos|openeuler|euleros|eulerosv2|miracle|virtuozzo|vyos|cumulus|sonic|openwrt|endless|parrot|antix|puppy|tails|qubes|nethserver|clearos|' +
        'oes|open enterprise server|unbreakable enterprise kernel only|altlinux|alt linux|astra linux|red os|rosa|ubuntu touch|amazon bottlerocket|wind river',
    ),
  ],
  [
    'an appliance',
    word(
      'truenas|freenas|pfsense|opnsense|synology|diskstation|dsm|qnap|qts|data ontap|ontap|netapp|netscaler|citrix adc|isilon|onefs|data domain|ddos|unisphere|flareos|purity',
    ),
  ],
  ['Cisco', word('cisco|nx-?os|ios[ -]?x[er]|adaptive security appliance|asa software|ucos|catos')],
  ['Juniper Junos', word('junos|screenos|juniper')],
  [
    'a network system',
    word(
      'arista|eos|pan-?os|palo alto|forti(?:os|gate|net)|big-?ip|tmos|f5|gaia|check ?point|arubaos|aruba|procurve|comware|routeros|mikrotik|edgeos|unifi|sonicos|sonicwall|extremexos|exos|ironware|fabric ?os|brocade|dnos|vrp|huawei versatile',
    ),
  ],
  ['IBM i', word('os/?400|ibm i|i5/?os|as/?400|v\\dr\\d(?:m\\d)?')],
  ['Azure Stack HCI', word('azure stack(?: hci)?|azure local')],
  ['IBM VIOS', word('vios')],
  ['IBM mainframe', word('z/?os|z/?vm|z/?vse|os/390|mvs|z/?tpf')],
  ['VMS', word('open ?vms|vms|vax')],
  [
    'another Unix',
    word(
      'tru64|digital unix|osf1|irix|unix ?ware|open ?server|sco|sco_sv|ultrix|minix|nextstep|opensolaris|openindiana|illumos|omnios|smartos|joyent_\\w+|openbsd|netbsd|dragonfly(?: ?bsd)?|midnightbsd|ghostbsd|dynix|reliant unix|sinix',
    ),
  ],
  // It answers as the Windows it speaks like: `Windows 6.1 (Samba 4.10.16)`.
  ['Samba', /(?:^|\()samba \d/],
  ['classic Mac OS', /(?<![a-z])mac ?os [7-9](?!\d)/],
  ['NetWare', word('net ?ware')],
  [
    'a mobile system',
    word(
      'android|ios|ipad ?os|tvos|watchos|iphone os|windows (?:phone|mobile|ce|rt)|chrome ?os|tizen|blackberry|webos|harmonyos',
    ),
  ],
  [
    'an embedded system',
    word('qnx|vxworks|freertos|nucleus|ms-?dos|freedos|pc-?dos|dr-?dos|os/2|ecomstation|haiku|beos|plan 9'),
  ],
  ['Nutanix AHV', /(?<![a-z0-9])ahv(?![a-z0-9])|\.nutanix\.\d|nutanix 20\d{6}(?!\d)/],
  ['Proxmox', /proxmox|(?<![a-z])pve(?![a-z])/],
];

/** What a folded text names that has no family; null when it names no such system. */
export function outsideSystem(text: string): string | null {
  return OUTSIDE.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
