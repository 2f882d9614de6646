/**
 * How a new tab of the dashboard comes to the key of a page that is open beside it: over a channel that only pages of this
 * origin hear. Nothing is stored, and no address holds a key (decision 0056).
 */
const CHANNEL = 'cmdb-import-key';
/** What the pane answers counts only where no dashboard has answered by then, ms. */
const DASHBOARDS_FIRST_MS = 150;

type Page = 'dashboard' | 'pane';

type Message =
  | { kind: 'asked'; askId: string; isSignedOut: boolean }
  | { kind: 'answered'; askId: string; by: Page; apiKey: string }
  | { kind: 'signed_out'; apiKey: string };

interface Asking {
  /** Whether somebody signed out of the page that asks: only a pane that was told to open the dashboard answers it. */
  isSignedOut: boolean;
  /** At most once. */
  onKey: (apiKey: string) => void;
  /** Nobody has answered at once; somebody still may. */
  onSilence: () => void;
}

interface Answering {
  apiKey: string;
  by: Page;
  /** Whether the tab that asks may have the key. */
  mayAnswer: (asking: { isSignedOut: boolean }) => boolean;
  /** Somebody signed out of a page with this key. */
  onSignedOut: () => void;
}

/** Asks the open pages for their key. @returns what ends it */
export function askForKey({ isSignedOut, onKey, onSilence }: Asking): () => void {
  const channel = openChannel();
  if (channel === null) {
    onSilence();
    return () => undefined;
  }
  const askId = String(Math.random());
  let ofPane: string | null = null;
  let isSilent = false;
  const end = (): void => {
    clearTimeout(timer);
    channel.close();
  };
  const take = (apiKey: string): void => {
    end();
    onKey(apiKey);
  };
  const timer = setTimeout(() => {
    isSilent = true;
    if (ofPane === null) onSilence();
    else take(ofPane);
  }, DASHBOARDS_FIRST_MS);
  channel.addEventListener('message', ({ data: message }: MessageEvent<Message>) => {
    if (message.kind !== 'answered' || message.askId !== askId) return;
    if (message.by === 'dashboard' || isSilent) take(message.apiKey);
    else ofPane = message.apiKey;
  });
  say(channel, { kind: 'asked', askId, isSignedOut });
  return end;
}

/** Answers new tabs and hears who signs out, for as long as a page has a key. @returns what ends it */
export function answerForKey({ apiKey, by, mayAnswer, onSignedOut }: Answering): () => void {
  const channel = openChannel();
  channel?.addEventListener('message', ({ data: message }: MessageEvent<Message>) => {
    if (message.kind === 'asked' && mayAnswer(message))
      say(channel, { kind: 'answered', askId: message.askId, by, apiKey });
    if (message.kind === 'signed_out' && message.apiKey === apiKey) onSignedOut();
  });
  return () => channel?.close();
}

/** Signs out of every page with this key. */
export function tellSignedOut(apiKey: string): void {
  const channel = openChannel();
  if (channel === null) return;
  say(channel, { kind: 'signed_out', apiKey });
  channel.close();
}

const say = (channel: BroadcastChannel, message: Message): void => channel.postMessage(message);

/** Null in a browser that has none, or denies it. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}
