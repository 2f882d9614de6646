import { deserialize, serialize } from 'node:v8';
import type { ClientSession } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { AgentPartitionDataDocument } from '../models/agent-partition-data.model.ts';

/** Half of what a document may hold (16 MB), bytes. */
const PIECE_BYTES = 8 * 1024 * 1024;

/** Whose data: what a partition was given, or the part that was measured of it. */
export interface DataOwner {
  tenant: Tenant;
  flowId: string;
  partitionId: string;
  kind: 'given' | 'part';
}

/** What travels between the workers of a phase, as structured clones. Writing the same again changes nothing. */
export class PartitionData {
  private readonly pieces: TenantCollection<AgentPartitionDataDocument>;

  constructor(pieces: TenantCollection<AgentPartitionDataDocument>) {
    this.pieces = pieces;
  }

  async write(owner: DataOwner, value: unknown): Promise<void> {
    const bytes = serialize(value);
    const documents: AgentPartitionDataDocument[] = [];
    for (let from = 0; from < bytes.length; from += PIECE_BYTES)
      documents.push({
        _id: `${ownerId(owner)}:${String(documents.length).padStart(4, '0')}`,
        ...ownedBy(owner.tenant),
        flow_id: owner.flowId,
        owner: ownerId(owner),
        bytes: bytes.subarray(from, from + PIECE_BYTES),
      });
    for (const document of documents) await this.pieces.replaceAll(owner.tenant, [document]);
  }

  /** @throws Error when nothing was written */
  async read(owner: DataOwner): Promise<unknown> {
    const filter = { flow_id: owner.flowId, owner: ownerId(owner) };
    const pieces = await this.pieces.list(owner.tenant, filter, { _id: 1 });
    if (pieces.length === 0) throw new Error(`There is no ${owner.kind} of partition ${owner.partitionId}.`);
    // Lean documents hold the driver's Binary; its bytes are in `buffer`.
    const bytes = pieces.map((piece) => bytesOf(piece.bytes));
    return deserialize(bytes.length === 1 && bytes[0] !== undefined ? bytes[0] : Buffer.concat(bytes));
  }

  async remove(owner: DataOwner): Promise<void> {
    await this.pieces.removeAll(owner.tenant, { flow_id: owner.flowId, owner: ownerId(owner) });
  }

  async removeFlow(tenant: Tenant, flowId: string, session: ClientSession): Promise<void> {
    await this.pieces.removeAll(tenant, { flow_id: flowId }, session);
  }
}

const ownerId = ({ partitionId, kind }: DataOwner): string => `${partitionId}:${kind}`;

function bytesOf(stored: Buffer | { buffer: Uint8Array }): Uint8Array {
  return Buffer.isBuffer(stored) ? stored : stored.buffer;
}
