import { makeStyles, tokens } from '@fluentui/react-components';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { countOf } from '#shared/format.ts';
import type { AuditEventView } from '#shared/schemas/access.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { auditFiles } from '../parts/export-groups.ts';
import { ExportMenu } from '../parts/ExportMenu.tsx';
import { ListState } from '../parts/ListState.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { idEnd } from '../parts/id-end.ts';
import { ShortId } from '../parts/ShortId.tsx';
import { useListAnnounced } from '../parts/use-list-announced.ts';
import { usePages } from '../parts/use-pages.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { useSignedIn } from '../session/session-context.ts';
import { addressOf, noFilter, useView, type View } from '../shell/location.ts';
import { NARROW_TABLE, PHONE_TABLE, useMediaQuery } from '../shell/use-media-query.ts';
import { usePageStyles } from '../shell/use-page-styles.ts';
import { auditFilterOf, auditQueryOf } from './audit-filter.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { actWords, conflictOf, detailWords, flowIdOf } from './audit-words.ts';

const useStyles = makeStyles({
  further: {
    display: 'block',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  id: { whiteSpace: 'nowrap', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** Who did what, newest first; only admins may read it. */
export function AuditPage() {
  const styles = usePageStyles();
  const { connection, may, session } = useSignedIn();
  const filter = auditFilterOf(useView());
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  const isAllowed = may(endpoints.listAuditEvents.role);
  const events = usePages(
    ['audit', filter],
    (page, signal) =>
      fetchEndpoint(connection, endpoints.listAuditEvents, {
        query: { ...page, ...auditQueryOf(filter, Date.now()) },
        signal,
      }),
    { enabled: isAllowed },
  );
  useListAnnounced(filter, events, {
    none: 'No event fits',
    count: (count) => countOf(count, 'audit event'),
  });
  return (
    <div className={styles.page}>
      <PageHeader title="Audit log">
        {isAllowed && <ExportMenu groups={[auditFiles(auditQueryOf(filter, Date.now()))]} />}
      </PageHeader>
      {isAllowed && <AuditFilters />}
      {isAllowed ? (
        <ListState
          query={events}
          what="audit events"
          empty={
            isNarrowed ? (
              <EmptyState
                title="No event fits"
                detail="Nothing is recorded of what is chosen above; choose less of it."
              />
            ) : (
              <EmptyState
                title="Nothing is recorded yet"
                detail="Decisions, deletions, keys and exported files are, with who made them."
              />
            )
          }
        >
          {(items) => (
            <VirtualTable
              label={`${countOf(items.length, 'audit event')}${events.loadMore ? ' and more' : ''}, newest first`}
              columns={columns}
              items={items}
              keyOf={(event) => event.event_id}
              loadMore={events.loadMore}
              isLoadingMore={events.isLoadingMore}
            />
          )}
        </ListState>
      ) : (
        <EmptyState title="Only admins read the audit log" detail={`You are signed in as ${session.role}.`} />
      )}
    </div>
  );
}

const columns: readonly TableColumn<AuditEventView>[] = [
  {
    key: 'at',
    header: 'When',
    track: '6rem',
    isLeftOutOnPhones: true,
    cell: (event) => <RelativeTime iso={event.at} />,
  },
  {
    key: 'who',
    header: 'Who',
    track: 'minmax(7rem, 1fr)',
    isLeftOutOnPhones: true,
    cell: (event) => <Who event={event} />,
  },
  {
    key: 'what',
    header: 'What',
    track: 'minmax(10rem, 1.3fr)',
    isRowHeader: true,
    cell: (event) => <What event={event} />,
  },
  {
    key: 'tenant',
    header: 'Client, engagement',
    track: 'minmax(7rem, 1fr)',
    isOptional: true,
    cell: (event) => ownerOf(event) || '–',
  },
  {
    key: 'details',
    header: 'Details',
    track: 'minmax(9rem, 2fr)',
    isLeftOutOnPhones: true,
    cell: (event) => <bdi>{detailWords(event.details)}</bdi>,
  },
  {
    key: 'subject',
    header: 'On',
    track: '8rem',
    isOptional: true,
    cell: (event) => <Subject event={event} />,
  },
];

function ownerOf({ client_account_id: client, engagement_id: engagement }: AuditEventView): string {
  return [client, engagement].filter((part) => part !== null).join(' / ');
}

/** The act, with what its own columns say where there is room for them. */
function What({ event }: { event: AuditEventView }) {
  const styles = useStyles();
  const isNarrow = useMediaQuery(NARROW_TABLE);
  const isPhone = useMediaQuery(PHONE_TABLE);
  const owner = ownerOf(event);
  return (
    <>
      {actWords(event.action)}
      {isPhone && (
        <span className={styles.further}>
          <Who event={event} /> · <RelativeTime iso={event.at} />
        </span>
      )}
      {isPhone && (
        <span className={styles.further}>
          <bdi>{detailWords(event.details)}</bdi>
        </span>
      )}
      {isNarrow && (
        <span className={styles.further}>
          {owner !== '' && `${owner} · `}
          <Subject event={event} />
        </span>
      )}
    </>
  );
}

/** Whoever did it, which leads to whatever else was done with that key. */
function Who({ event: { actor, actor_key_id: key } }: { event: AuditEventView }) {
  const styles = useStyles();
  const view = useView();
  if (key === null) return <bdi>{actor}</bdi>;
  return (
    <>
      <ViewLink address={addressOf(view, { key })}>
        <bdi>{actor}</bdi>
      </ViewLink>{' '}
      <span className={styles.id}>{idEnd(key)}</span>
    </>
  );
}

function Subject({ event }: { event: AuditEventView }) {
  const view = useView();
  const { subject, client_account_id: flowClient, engagement_id: flowEngagement } = event;
  const [flow, item] = [flowIdOf(event), conflictOf(event)];
  const place: Partial<View> =
    item === null
      ? { page: 'flows', flow, flowClient, flowEngagement }
      : { page: 'conflicts', client: flowClient, engagement: flowEngagement, decision: 'decided', item };
  const address = flow === null ? null : addressOf(view, { ...noFilter, ...place });
  return <ShortId id={subject} what="id" address={address} />;
}
