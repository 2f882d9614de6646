/** A member as its cluster knows it. */
export interface Member {
  /** It runs on another asset: a machine whose row names its host's cluster stands in for machines, not for a host. */
  isPlaced: boolean;
  isOutOfUse: boolean;
}

interface Tally {
  members: number;
  inUse: number;
}

/** How many members of each cluster are known, and how many of them are in use. */
export class ClusterMembers {
  private readonly all = new Map<string, Tally>();
  /** Of them those that run on no other asset. */
  private readonly hosts = new Map<string, Tally>();

  add(cluster: string, member: Member): void {
    count(this.all, cluster, member);
    if (!member.isPlaced) count(this.hosts, cluster, member);
  }

  /**
   * Whether a cluster can do without a member of it. Of a cluster whose other members are not known it is believed;
   * when all that are known are out of use it is not.
   */
  spares(cluster: string, member: Member): boolean {
    const tally = (member.isPlaced ? this.all : this.hosts).get(cluster);
    if (tally === undefined || tally.members === 1) return true;
    return tally.inUse > (member.isOutOfUse ? 0 : 1);
  }
}

function count(tallies: Map<string, Tally>, cluster: string, { isOutOfUse }: Member): void {
  const tally = tallies.get(cluster) ?? { members: 0, inUse: 0 };
  tally.members += 1;
  if (!isOutOfUse) tally.inUse += 1;
  tallies.set(cluster, tally);
}
