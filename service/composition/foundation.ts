import type { Connection } from 'mongoose';
import type { Config } from '../config.ts';
import type { InventoryTurns } from '../flows/inventory-turns.ts';
import type { Models } from '../models/models.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Access } from './compose-access.ts';
import type { Collections } from './compose-collections.ts';

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
