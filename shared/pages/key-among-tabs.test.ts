import { afterEach, expect, test } from '@jest/globals';
import { answerForKey, askForKey, tellSignedOut } from './key-among-tabs.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const ask = (isSignedOut = false): Promise<string | null> =>
  new Promise((resolve) => ends.push(askForKey({ isSignedOut, onKey: resolve, onSilence: () => resolve(null) })));
/** Longer than dashboards go before panes. */
const pause = () => new Promise((passed) => setTimeout(passed, 300));
const answer = (by: 'dashboard' | 'pane', apiKey: string, mayAnswer = true): string[] => {
  const signedOut: string[] = [];
  const onSignedOut = () => signedOut.push(apiKey);
  ends.push(answerForKey({ apiKey, by, mayAnswer: () => mayAnswer, onSignedOut }));
  return signedOut;
};

test('a page that asks has the key of a dashboard before that of a pane, and none where nobody may answer', async () => {
  expect(await ask()).toBeNull();
  answer('pane', 'quiet', false);
  expect(await ask()).toBeNull();
  answer('pane', 'of-pane');
  expect(await ask()).toBe('of-pane');
  answer('dashboard', 'of-dashboard');
  expect(await ask()).toBe('of-dashboard');
});

test('a page that was not answered at once is answered later, and by nobody who answers another', async () => {
  const taken: string[] = [];
  const channel = new BroadcastChannel('cmdb-import-key');
  const askIds: unknown[] = [];
  channel.addEventListener('message', ({ data }: MessageEvent<{ askId: unknown }>) => askIds.push(data.askId));
  ends.push(
    () => channel.close(),
    askForKey({ isSignedOut: false, onKey: (apiKey) => taken.push(apiKey), onSilence: () => undefined }),
  );
  await pause();
  channel.postMessage({ kind: 'answered', askId: 'of another', by: 'dashboard', apiKey: 'not-mine' });
  channel.postMessage({ kind: 'answered', askId: askIds[0], by: 'pane', apiKey: 'late' });
  await pause();
  expect(taken).toEqual(['late']);
});

test('a page that somebody signed out of says so', async () => {
  const asked: boolean[] = [];
  const mayAnswer = ({ isSignedOut }: { isSignedOut: boolean }) => asked.push(isSignedOut) > 1;
  ends.push(answerForKey({ apiKey: 'a', by: 'pane', mayAnswer, onSignedOut: () => undefined }));
  expect([await ask(true), await ask()]).toEqual([null, 'a']);
  expect(asked).toEqual([true, false]);
});

test('signing out reaches all pages with the same key, and no other', async () => {
  const [same, other] = [answer('dashboard', 'a'), answer('dashboard', 'b')];
  tellSignedOut('a');
  // Heard in order: who is answered knows that what was said before has been heard.
  expect(await ask()).not.toBeNull();
  expect([same, other]).toEqual([['a'], []]);
});
