import { ownedBy } from '../access/tenant.ts';
import { createHash } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { StoreImportResponse } from '#shared/schemas/import.schema.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { IdempotencyRecordDocument } from '../models/idempotency-record.model.ts';
import { AppError } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import type { ValidAttempt } from './import-validator.ts';

/** The answers already given, by tenant and Idempotency-Key. */
export class IdempotencyRecords {
  private readonly records: TenantCollection<IdempotencyRecordDocument>;
  private readonly clock: Clock;

  constructor(records: TenantCollection<IdempotencyRecordDocument>, clock: Clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * The answer this attempt already got.
   *
   * @returns null for a new attempt
   * @throws AppError idempotency_key_reused when the key came with another body
   */
  async findAnswer(valid: ValidAttempt, session?: ClientSession): Promise<StoreImportResponse | null> {
    const record = await this.records.find(valid.tenant, { _id: recordId(valid) }, session);
    if (record === null) return null;
    if (record.request_hash === valid.requestHash) return record.answer;
    throw new AppError(
      'idempotency_key_reused',
      'This Idempotency-Key already stored another sheet. Use a new key for a new import.',
    );
  }

  async remember(valid: ValidAttempt, answer: StoreImportResponse, session: ClientSession): Promise<void> {
    await this.records.insert(
      {
        _id: recordId(valid),
        ...ownedBy(valid.tenant),
        request_hash: valid.requestHash,
        answer,
        created_at: this.clock.now(),
      },
      session,
    );
  }
}

function recordId({ tenant, idempotencyKey }: ValidAttempt): string {
  return createHash('sha256')
    .update(`${tenant.clientAccountId}/${tenant.engagementId}/${idempotencyKey}`)
    .digest('hex');
}
