import type { TopologyDescription } from 'mongodb';

/** Of a member that no set was made of yet. */
const UNINITIATED = 'RSGhost';

/**
 * Why no server of a connection string could be chosen, and what to do, from what the driver last knew of them; the
 * driver itself only says that it waited.
 *
 * @returns null for another failure
 */
export function whyUnreachable(error: unknown): string | null {
  const { reason } = error as { reason?: Partial<TopologyDescription> };
  if (!(reason?.servers instanceof Map)) return null;
  const servers = [...reason.servers.values()];
  if (servers.length === 0 && reason.setName)
    return `What answers there is no member of a replica set named "${reason.setName}". Correct replicaSet= in the connection string: \`rs.status().set\` in mongosh shows the name.`;
  const uninitiated = servers.find(({ type }) => type === UNINITIATED);
  if (uninitiated)
    return `${uninitiated.address} was started for a replica set that was never initiated. Run rs.initiate() in mongosh there once, with its members.`;
  const addresses = servers.map(({ address }) => address).join(', ');
  if (servers.every(({ type }) => type === 'Unknown')) {
    const cause = servers.find((server) => server.error)?.error?.message ?? 'it took too long';
    return `No server answers at ${addresses} (${cause}). Is it running, and is this its address?`;
  }
  return `${addresses}: there is no primary. A majority of the set's members has to run and reach each other; rs.status() in mongosh shows them.`;
}
