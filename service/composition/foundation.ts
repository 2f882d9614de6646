import type { Connection, Model } from 'mongoose';
import type { agentFor } from '../agents/agent-registry.ts';
import { fillNameOrders } from '../assets/name-order.ts';
import type { Config } from '../config.ts';
import { InventoryTurns } from '../flows/inventory-turns.ts';
import { createModels, type Models } from '../models/models.ts';
import { systemClock, type Clock } from '../platform/clock.ts';
import { createCollections } from '../platform/database/mongo.ts';
import type { Logger } from '../platform/logger.ts';
import { composeAccess, type Access } from './compose-access.ts';
import { composeCollections, type Collections } from './compose-collections.ts';

/** What the service is started with, beside its settings. */
export interface Surroundings {
  connection: Connection;
  log: Logger;
  /** Folder with package.json. */
  root: string;
  version: string;
  agentFor?: typeof agentFor;
  /** Rows of one partition, where a test wants small ones. */
  partitionRows?: number;
  /** By which leases are decided: of all processes the same; the computer's own where none is given. */
  clock?: Clock;
  /** Checks every answer against its schema; on in tests, off where speed counts. */
  checkAnswers?: boolean;
}

/** The parts that every other part of the service is made with. */
export interface Foundation {
  config: Config;
  connection: Connection;
  models: Models;
  collections: Collections;
  access: Access;
  turns: InventoryTurns;
  clock: Clock;
  log: Logger;
}

/** Creates every collection with its indexes, brings what an earlier version stored up to them, and makes what all parts share. */
export async function layFoundation(
  config: Config,
  { connection, log, clock = systemClock }: Surroundings,
): Promise<Foundation> {
  const models = createModels(connection);
  await createCollections(Object.values(models) as Model<never>[]);
  const collections = composeCollections(models);
  const { engagements } = models;
  await fillNameOrders(models);
  const turns = new InventoryTurns({ flows: collections.flows, engagements, clock });
  return { config, connection, models, collections, access: composeAccess(models, clock, log), turns, clock, log };
}
