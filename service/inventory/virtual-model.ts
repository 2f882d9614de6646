import type { CleansedValue } from '../cleansing/cleansed.ts';

/** What hypervisors write where firmware names the hardware (SMBIOS), with or without their makers before it. */
const VIRTUAL_MODELS =
  /^(?:(?:vmware,? inc\.? )?vmware ?(?:\d{1,2},\d|vm|virtual (?:platform|machine))|(?:(?:microsoft(?: corporation)?|hyper-v|qemu|kvm|xen|parallels) )?virtual (?:platform|machine)|(?:xen )?hvm domu|(?:(?:oracle )?(?:vm )?|innotek gmbh )virtualbox|standard pc [(_][iq]\w{2,6} \+ \w{3,6}, \d{4}[)_]|(?:google )?google compute engine|openstack (?:nova|compute)|amazon ec2)$/i;
/** Of another maker it is a switch for keyboard, video and mouse. */
const KVM_MAKERS = /^(?:kvm|linux|nutanix|openstack|oracle|ovirt|proxmox|qemu|red ?hat)/i;
/** `t3.large`; `m5.metal` is a whole machine. */
const INSTANCE_TYPE = /^[a-z][a-z\d-]{1,15}\.(?:nano|micro|small|medium|(?:\d{0,2}x)?large)$/i;
const INSTANCE_MAKERS = /^(?:amazon|aws)(?![a-z])/i;
const MODEL_MAX_CHARACTERS = 80;

/** Whether a hardware model, beside its manufacturer, is one that only virtual machines have. */
export function isVirtualModel(model: CleansedValue | undefined, manufacturer: CleansedValue | undefined): boolean {
  if (typeof model !== 'string' || model.length > MODEL_MAX_CHARACTERS) return false;
  if (VIRTUAL_MODELS.test(model)) return true;
  const maker = typeof manufacturer === 'string' ? manufacturer : '';
  if (/^kvm$/i.test(model)) return maker === '' || KVM_MAKERS.test(maker);
  return INSTANCE_MAKERS.test(maker) && INSTANCE_TYPE.test(model);
}
