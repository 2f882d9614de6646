/** Families of operating systems that are not written as their words begin; all others are. */
const OWN_WRITING: ReadonlyMap<string, string> = new Map([
  ['aix', 'AIX'],
  ['centos', 'CentOS'],
  ['centos_stream', 'CentOS Stream'],
  ['freebsd', 'FreeBSD'],
  ['hpux', 'HP-UX'],
  ['hyperv', 'Hyper-V'],
  ['macos', 'macOS'],
  ['nutanix_aos', 'Nutanix AOS'],
  ['opensuse', 'openSUSE'],
  ['rhel', 'Red Hat Enterprise Linux'],
  ['sles', 'SUSE Linux Enterprise Server'],
  ['vcenter', 'vCenter'],
  ['vmware_esxi', 'VMware ESXi'],
  ['xenserver', 'XenServer'],
]);

/** `windows_server` → `Windows Server`. */
export function systemName(family: string): string {
  const written = family.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return OWN_WRITING.get(family) ?? written.join(' ');
}
