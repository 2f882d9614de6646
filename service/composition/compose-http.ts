import type { Express } from 'express';
import { FailedLogins } from '../access/failed-logins.ts';
import { createApp } from '../app.ts';
import { FilesAtOnce } from '../http/files-at-once.ts';
import { createRouteMaker, type RouteMaker } from '../http/handle-endpoint.ts';
import { accessRoutes } from '../http/routes/access.routes.ts';
import { assessmentRoutes } from '../http/routes/assessment.routes.ts';
import { assetRoutes } from '../http/routes/asset.routes.ts';
import { catalogueRoutes } from '../http/routes/catalogue.routes.ts';
import { cleansingRoutes } from '../http/routes/cleansing.routes.ts';
import { conflictRoutes } from '../http/routes/conflict.routes.ts';
import { exportRoutes } from '../http/routes/export.routes.ts';
import { flowRoutes } from '../http/routes/flow.routes.ts';
import { graphRoutes } from '../http/routes/graph.routes.ts';
import { importRoutes } from '../http/routes/import.routes.ts';
import { uploadRoutes } from '../http/routes/upload.routes.ts';
import { withdrawalRoutes } from '../http/routes/withdrawal.routes.ts';
import { UnchangedAnswers } from '../http/unchanged-answers.ts';
import { webPages } from '../http/web-pages.ts';
import { CleansedRecords } from '../imports/cleansed-records.ts';
import type { RawRecords } from '../imports/raw-records.ts';
import type { DatabasePresence } from '../platform/database/database-presence.ts';
import { DatabaseAwayError, isDatabaseAway, SELECTION_MS } from '../platform/database/mongo.ts';
import type { RevisionWatch } from '../platform/revision-watch.ts';
import type { Assets } from './compose-assets.ts';
import type { Client } from './compose-client.ts';
import { composeExports } from './compose-exports.ts';
import type { Flows } from './compose-flows.ts';
import type { Imports } from './compose-imports.ts';
import type { Foundation, Surroundings } from './foundation.ts';

/** What is behind the routes. */
interface Served {
  client: Client;
  rawRecords: RawRecords;
  assets: Assets;
  flows: Flows;
  imports: Imports;
  watch: RevisionWatch;
  presence: DatabasePresence;
  isReady(): Promise<{ isReady: boolean; checks: Record<string, boolean> }>;
}

/** The app: who may call, every route with what is behind it, and the pages. */
export function composeHttp(foundation: Foundation, surroundings: Surroundings, served: Served): Express {
  const { config, access, log } = foundation;
  const { watch, presence } = served;
  const unchanged = new UnchangedAnswers(watch, (keyId) => access.keyUses.note(keyId));
  const failedLogins = new FailedLogins(config.FAILED_LOGINS_PER_MINUTE, foundation.clock);
  const routeMaker = createRouteMaker({
    unchanged,
    files: new FilesAtOnce(config.EXPORTS_AT_ONCE),
    audit: access.audit,
    isKeyUnchanged: async ({ keyId, keyRevision }) =>
      (await access.apiKeys.readRevisions([keyId])).get(keyId) === keyRevision,
    watchKey: ({ keyId, keyRevision }, changed) => watch.watch(keyId, keyRevision, changed),
    // Without a key nothing is guessed; any web page can have its readers' browsers call so, and would lock them out.
    authenticate: (authorization, address) =>
      authorization === undefined
        ? access.apiKeys.authenticate(authorization)
        : failedLogins.watch(address, () => access.apiKeys.authenticate(authorization)),
    checkAnswers: surroundings.checkAnswers ?? false,
  });
  return createApp({
    routes: routesTo(served, routeMaker, foundation),
    unchanged,
    pages: webPages({
      root: surroundings.root,
      officeJsUrl: config.OFFICE_JS_URL,
      frameAncestors: config.FRAME_ANCESTORS,
      version: surroundings.version,
    }),
    isReady: () => served.isReady(),
    isDatabaseAway,
    // Who calls during an election waits for its end; who calls later would wait in vain.
    assertDatabase: () => {
      if (presence.awayForMs > SELECTION_MS) throw new DatabaseAwayError();
    },
    log,
    isHttps: config.TLS_CERT_FILE !== undefined,
    trustedProxies: config.TRUSTED_PROXIES,
  });
}

function routesTo({ client, rawRecords, assets, flows, imports }: Served, maker: RouteMaker, foundation: Foundation) {
  const { cleansingPlans } = foundation.collections;
  const { importReader } = imports;
  return [
    ...importRoutes(maker, { ...imports, rawRecords }),
    ...cleansingRoutes(maker, new CleansedRecords({ cleansingPlans, rawRecords })),
    ...uploadRoutes(maker, imports.uploads),
    ...flowRoutes(maker, flows),
    ...withdrawalRoutes(maker, { ...assets, ...flows, importReader }),
    ...assetRoutes(maker, assets),
    ...conflictRoutes(maker, assets),
    ...assessmentRoutes(maker, assets),
    ...catalogueRoutes(maker, client),
    ...graphRoutes(maker, assets.graphReader),
    ...exportRoutes(maker, composeExports(foundation, { assets, catalogue: client.catalogue })),
    ...accessRoutes(maker, foundation.access),
  ];
}
