import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { AddRegular, ClockAlarmRegular, DismissCircleRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { ApiKeyView } from '#shared/schemas/access.schema.ts';
import { endpoints } from '#shared/endpoints.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf } from '#shared/format.ts';
import { formatAbsolute, formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { ShortId } from '../parts/ShortId.tsx';
import { useNow } from '../parts/use-now.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { useSignedIn } from '../session/session-context.ts';
import { addressOf, noFilter, useView } from '../shell/location.ts';
import { NARROW_TABLE, PHONE_TABLE, useMediaQuery } from '../shell/use-media-query.ts';
import { usePageStyles } from '../shell/use-page-styles.ts';
import { CreateKeyDialog } from './CreateKeyDialog.tsx';
import { grantWords } from './grant-words.ts';
import { expiryOf } from './key-expiry.ts';
import { RevokeKeyDialog } from './RevokeKeyDialog.tsx';
import { useKeys } from './use-keys.ts';

const useStyles = makeStyles({
  revoked: { color: tokens.colorNeutralForeground3 },
  id: { display: 'block' },
  expiry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  soon: { color: tokens.colorStatusWarningForeground3 },
  expired: { color: tokens.colorStatusDangerForeground1 },
  icon: { flexShrink: 0 },
  // What its own columns say where there is room for them.
  further: {
    display: 'block',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export function KeysPage() {
  const styles = usePageStyles();
  const { may, session } = useSignedIn();
  const restore = useRestoreFocusTarget();
  const [isCreating, setIsCreating] = useState(false);
  return (
    <div className={styles.page}>
      <PageHeader title="API keys">
        {may(endpoints.createApiKey.role) && (
          <Button {...restore} appearance="primary" icon={<AddRegular />} onClick={() => setIsCreating(true)}>
            Create key
          </Button>
        )}
      </PageHeader>
      {may(endpoints.listApiKeys.role) ? (
        <KeyList />
      ) : (
        <EmptyState
          title="Only admins manage API keys"
          detail={`You are signed in as ${session.role}. Ask an admin for a key or for one to be revoked.`}
        />
      )}
      {isCreating && <CreateKeyDialog close={() => setIsCreating(false)} />}
    </div>
  );
}

function KeyList() {
  const keys = useKeys();
  const [revoking, setRevoking] = useState<ApiKeyView | null>(null);
  const columns = useMemo(() => columnsWith(setRevoking), []);
  return (
    <ListState
      query={keys}
      what="API keys"
      empty={<EmptyState title="No API keys" detail="Create one for each person and each script." />}
    >
      {(items) => (
        <>
          <VirtualTable
            label={`${countOf(items.length, 'API key')}${keys.loadMore ? ' and more' : ''}, newest first`}
            columns={columns}
            items={items}
            keyOf={(key) => key.key_id}
            loadMore={keys.loadMore}
            isLoadingMore={keys.isLoadingMore}
          />
          {revoking && (
            <RevokeKeyDialog
              apiKey={revoking}
              others={keys.loadMore ? null : items.filter((key) => key.key_id !== revoking.key_id)}
              close={() => setRevoking(null)}
            />
          )}
        </>
      )}
    </ListState>
  );
}

function columnsWith(revoke: (key: ApiKeyView) => void): readonly TableColumn<ApiKeyView>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      track: 'minmax(8rem, 1.5fr)',
      narrowTrack: 'minmax(7rem, 1fr)',
      cell: (key) => <KeyName apiKey={key} />,
    },
    {
      key: 'role',
      header: 'Role',
      track: '5rem',
      narrowTrack: '4.5rem',
      isLeftOutOnPhones: true,
      cell: (key) => formatWord(key.role),
    },
    {
      key: 'grant',
      header: 'May see',
      track: 'minmax(7rem, 1.5fr)',
      narrowTrack: 'minmax(6rem, 1.5fr)',
      isLeftOutOnPhones: true,
      cell: grantWords,
    },
    {
      key: 'created',
      header: 'Created',
      track: '5.5rem',
      isOptional: true,
      cell: (key) => <RelativeTime iso={key.created_at} />,
    },
    {
      key: 'used',
      header: 'Last used',
      track: '6.5rem',
      narrowTrack: '5.5rem',
      isLeftOutOnPhones: true,
      cell: (key) => (key.last_used_at === null ? 'No use seen' : <RelativeTime iso={key.last_used_at} />),
    },
    {
      key: 'expires',
      header: 'Expires',
      track: '8rem',
      narrowTrack: '7rem',
      isLeftOutOnPhones: true,
      cell: (key) => <KeyExpiry apiKey={key} />,
    },
    {
      key: 'acts',
      header: 'What it did',
      track: '5.5rem',
      isOptional: true,
      cell: (key) => <KeyActs apiKey={key} />,
    },
    {
      key: 'revoke',
      header: 'Revoke',
      track: '8rem',
      narrowTrack: '5rem',
      cell: (key) => <KeyState apiKey={key} revoke={revoke} />,
    },
  ];
}

function KeyName({ apiKey }: { apiKey: ApiKeyView }) {
  const styles = useStyles();
  const isNarrow = useMediaQuery(NARROW_TABLE);
  const isPhone = useMediaQuery(PHONE_TABLE);
  const { session } = useSignedIn();
  return (
    <>
      <bdi>{apiKey.name}</bdi>
      {apiKey.key_id === session.key_id && ' (yours)'}
      <span className={styles.id}>
        <ShortId id={apiKey.key_id} what="key id" />
      </span>
      {isPhone && (
        <span className={styles.further}>
          {formatWord(apiKey.role)} · {grantWords(apiKey)}
        </span>
      )}
      {isPhone && (
        <span className={styles.further}>
          <LastUse apiKey={apiKey} /> · Expires: <KeyExpiry apiKey={apiKey} />
        </span>
      )}
      {isNarrow && (
        <span className={styles.further}>
          Created <RelativeTime iso={apiKey.created_at} /> · <KeyActs apiKey={apiKey} />
        </span>
      )}
    </>
  );
}

function LastUse({ apiKey: { last_used_at: at } }: { apiKey: ApiKeyView }) {
  if (at === null) return 'No use seen';
  return (
    <>
      Used <RelativeTime iso={at} />
    </>
  );
}

/** Soon and expired are said in words, with an icon. */
function KeyExpiry({ apiKey }: { apiKey: ApiKeyView }) {
  const styles = useStyles();
  const { standing, words } = expiryOf(apiKey, useNow());
  if (apiKey.expires_at === null || standing === 'valid') return words;
  const Icon = standing === 'soon' ? ClockAlarmRegular : DismissCircleRegular;
  return (
    <span className={mergeClasses(styles.expiry, styles[standing])} title={formatAbsolute(apiKey.expires_at)}>
      <Icon aria-hidden className={styles.icon} />
      {words}
    </span>
  );
}

function KeyActs({ apiKey: { key_id: key, name } }: { apiKey: ApiKeyView }) {
  const view = useView();
  const address = addressOf(view, { ...noFilter, page: 'audit', client: null, engagement: null, key });
  return (
    <ViewLink address={address} label={`Audit log of ${name}`}>
      Audit log
    </ViewLink>
  );
}

function KeyState({ apiKey, revoke }: { apiKey: ApiKeyView; revoke: (key: ApiKeyView) => void }) {
  const styles = useStyles();
  const restore = useRestoreFocusTarget();
  return apiKey.revoked_at === null ? (
    <Button {...restore} size="small" aria-label={`Revoke ${apiKey.name}`} onClick={() => revoke(apiKey)}>
      Revoke
    </Button>
  ) : (
    <span className={styles.revoked}>
      Revoked <RelativeTime iso={apiKey.revoked_at} />
    </span>
  );
}
