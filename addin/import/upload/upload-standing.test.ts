import { describe, expect, test } from '@jest/globals';
import { ApiFailure } from '#shared/call-endpoint.ts';
import type { ExistingFlow } from '#shared/api-error.ts';
import { NO_UPLOAD, nextStanding, type UploadStanding } from './upload-standing.ts';

const pointer = {
  uploadId: 'upl_1',
  sheetName: 'Servers',
  range: 'A1:C9',
  headerIndex: 0,
  headerRowCount: 1,
  fillsMerged: false,
  leavesOutStruck: false,
  totalRows: 8,
  category: 'cmdb',
  withheld: [],
  startedAt: '2026-11-27T00:00:00.000Z',
} as const satisfies UploadStanding['pointer'];
const begun = nextStanding(NO_UPLOAD, { type: 'begun' });
const sending = nextStanding(begun, { type: 'opened', pointer, isKept: true });
const publishing = nextStanding(sending, { type: 'sent' });

describe('an upload', () => {
  test('is paused and resumed only while its rows are sent', () => {
    const paused = nextStanding(sending, { type: 'paused' });
    expect(paused).toEqual({ ...sending, phase: 'paused' });
    expect(nextStanding(paused, { type: 'resumed' })).toEqual(sending);
    expect(nextStanding(publishing, { type: 'paused' })).toEqual(publishing);
    expect(nextStanding(publishing, { type: 'resumed' })).toEqual(publishing);
  });

  test('that fails can be continued once it has a session, and is none before', () => {
    const failure = new Error('No connection.');
    expect(nextStanding(sending, { type: 'failed', failure })).toEqual({
      ...sending,
      phase: 'interrupted',
      error: failure,
    });
    expect(nextStanding(begun, { type: 'failed', failure })).toEqual({ ...NO_UPLOAD, error: failure });
  });

  test('names the open flow in its way instead of an error, until it begins again', () => {
    const existing_flow = { flow_id: 'flow_1' } as ExistingFlow;
    const problem = { status: 409, code: 'open_flow_exists', existing_flow } as never;
    const failure = new ApiFailure('refused', 'Open.', { status: 409, problem, retryAfterSeconds: null });
    const refused = nextStanding(publishing, { type: 'failed', failure });
    expect(refused).toEqual({ ...sending, phase: 'interrupted', openFlow: existing_flow });
    expect(nextStanding(refused, { type: 'begun' })).toEqual(sending);
  });
});
