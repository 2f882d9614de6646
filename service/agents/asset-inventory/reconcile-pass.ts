import { Turns } from '../../engine-parts/steps.ts';
import { HELD, UNIDENTIFIED } from '../../inventory/row-groups.ts';
import type { ReadRecord } from '../../inventory/read-records.ts';
import type { AgentContext, AgentInput, AgentPass, Partition } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';
import { describeConflicts } from './describe-conflicts.ts';
import type { ReconcileGiven } from './given.ts';
import { GroupWriter, type RecordGroup } from './group-writer.ts';
import { InventoryPart } from './inventory-part.ts';
import { NameReader } from './name-reader.ts';
import { prepareReconcile } from './prepare-reconcile.ts';
import { rowRereader } from './reread-rows.ts';
import { nameColumn, recordReader } from './record-reading.ts';

/** Groups whose records of other partitions are read with one go. */
const GROUPS_AT_ONCE = 250;

/** Makes one asset of each group of records, and lists what changes. */
export const reconcilePass: AgentPass = { name: 'reconcile', prepare: prepareReconcile, read: reconcile };

async function reconcile(input: AgentInput, partition: Partition, context: AgentContext) {
  const given = partition.given as ReconcileGiven;
  const part = new InventoryPart(nameColumn(input));
  const groups = new OpenGroups(given, partition.range.firstRow - 1);
  const writer = new GroupWriter(input, given, { part, firstRow: partition.range.firstRow }, context.signal);
  const read = recordReader(input, 'all');
  const names = new NameReader(input);
  const turns = new Turns(context.signal);
  for await (const records of untilAborted(input.readRecords(partition.range), context.signal)) {
    for (const record of records) {
      const row = record.rowNumber - 1;
      const leader = groups.leaderOf(row);
      if (leader === UNIDENTIFIED) part.addUnidentified(record, names.kindOf(record, given.hasHeadings));
      else if (leader <= HELD) part.addHeld(record);
      else if (leader !== row) part.addFollower(record, writer.componentKind !== null);
      const group = groups.isHere(leader) ? groups.add(leader, read(record)) : null;
      if (group !== null) writer.add(group);
      if (writer.isFull) await writer.flush();
      if (turns.isOver) await turns.next();
    }
    part.rowsDone += records.length;
    context.reportProgress(part.rowsDone);
  }
  context.signal.throwIfAborted();
  const rereadRows = rowRereader(input, read, context);
  const unfinished = [...groups.unfinished()];
  for (let from = 0; from < unfinished.length; from += GROUPS_AT_ONCE) {
    const some = unfinished.slice(from, from + GROUPS_AT_ONCE);
    const recordAt = await rereadRows(some.flatMap(({ strays }) => strays));
    for (const group of some) {
      for (const row of group.strays) group.records.push(recordAt(row));
      writer.add(group);
    }
    await writer.flush();
  }
  await writer.finish();
  await describeConflicts(input, given, { rereadRows, signal: context.signal });
  part.conflicts = given.conflicts.length;
  part.missing = given.missing;
  return part.plain();
}

/** The groups this partition leads, until their last record of the partition has come. */
class OpenGroups {
  private readonly given: ReconcileGiven;
  private readonly offset: number;
  private readonly open = new Map<number, ReadRecord[]>();
  private readonly strays = new Map<number, number[]>();

  constructor(given: ReconcileGiven, offset: number) {
    this.given = given;
    this.offset = offset;
    for (let at = 0; at < given.strays.length; at += 2) {
      const leader = given.strays[at] ?? 0;
      const rows = this.strays.get(leader);
      if (rows) rows.push(given.strays[at + 1] ?? 0);
      else this.strays.set(leader, [given.strays[at + 1] ?? 0]);
    }
  }

  leaderOf(row: number): number {
    return this.given.leader[row - this.offset] ?? UNIDENTIFIED;
  }

  isHere(leader: number): boolean {
    return leader >= this.offset && leader < this.offset + this.given.leader.length;
  }

  /** @returns the group when the record was its last of this partition */
  add(leader: number, record: ReadRecord): RecordGroup | null {
    const size = this.given.sizes[leader - this.offset] ?? 1;
    if (size === 1) return { leader, records: [record], strays: [] };
    const records = this.open.get(leader) ?? [];
    records.push(record);
    if (records.length < size) {
      this.open.set(leader, records);
      return null;
    }
    this.open.delete(leader);
    return { leader, records, strays: [] };
  }

  *unfinished(): Generator<RecordGroup> {
    for (const [leader, records] of this.open) yield { leader, records, strays: this.strays.get(leader) ?? [] };
  }
}
