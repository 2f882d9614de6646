import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import {
  BrainCircuitFilled,
  BrainCircuitRegular,
  bundleIcon,
  BranchCompareFilled,
  BranchCompareRegular,
  OrganizationFilled,
  OrganizationRegular,
  FlowFilled,
  FlowRegular,
  HistoryFilled,
  HistoryRegular,
  KeyFilled,
  KeyRegular,
  ServerFilled,
  ServerRegular,
  type FluentIcon,
  WrenchFilled,
  WrenchRegular,
} from '@fluentui/react-icons';
import { goOnPlainClick } from '../parts/ViewLink.tsx';
import { useSignedIn } from '../session/session-context.ts';
import { addressOf, noFilter, useView, type View } from './location.ts';
import { NAVIGATION_ID } from './navigation-id.ts';
import { NARROW_SCREEN, useMediaQuery } from './use-media-query.ts';

const FlowIcon = bundleIcon(FlowFilled, FlowRegular);
const GraphIcon = bundleIcon(OrganizationFilled, OrganizationRegular);
const MemoryIcon = bundleIcon(BrainCircuitFilled, BrainCircuitRegular);
const AssetIcon = bundleIcon(ServerFilled, ServerRegular);
const ConflictIcon = bundleIcon(BranchCompareFilled, BranchCompareRegular);
const DebtIcon = bundleIcon(WrenchFilled, WrenchRegular);
const AuditIcon = bundleIcon(HistoryFilled, HistoryRegular);
const KeyIcon = bundleIcon(KeyFilled, KeyRegular);

const useStyles = makeStyles({
  navigation: {
    gridArea: 'nav',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: tokens.spacingHorizontalS,
  },
  // The same on every page: the name in bold of the page one is at must not move what stands beside it.
  wide: { width: '14rem', boxSizing: 'border-box' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    // Backgrounds go with forced colours, but for the one of what is chosen.
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
});

interface Place {
  page: View['page'];
  label: string;
  Icon: FluentIcon;
}

const flowsPlace: Place = { page: 'flows', label: 'Flows', Icon: FlowIcon };
const assetsPlace: Place = { page: 'assets', label: 'Assets', Icon: AssetIcon };
const conflictsPlace: Place = { page: 'conflicts', label: 'Conflicts', Icon: ConflictIcon };
const debtPlace: Place = { page: 'debt', label: 'Technical debt', Icon: DebtIcon };
const graphPlace: Place = { page: 'graph', label: 'Dependencies', Icon: GraphIcon };
const memoryPlace: Place = { page: 'memory', label: 'Remembered mappings', Icon: MemoryIcon };
const keysPlace: Place = { page: 'keys', label: 'API keys', Icon: KeyIcon };

const auditPlace: Place = { page: 'audit', label: 'Audit log', Icon: AuditIcon };

const ofEngagement: ReadonlySet<View['page']> = new Set(['assets', 'conflicts', 'graph', 'debt', 'memory']);

/** The pages this key may open; on narrow screens icons with their names as tooltips. */
export function Navigation() {
  const styles = useStyles();
  const isNarrow = useMediaQuery(NARROW_SCREEN);
  const { may } = useSignedIn();
  const inventory = [assetsPlace, conflictsPlace, graphPlace, debtPlace];
  const places = [flowsPlace, ...inventory, memoryPlace, ...(may('admin') ? [keysPlace, auditPlace] : [])];
  return (
    <nav id={NAVIGATION_ID} aria-label="Pages" className={mergeClasses(styles.navigation, !isNarrow && styles.wide)}>
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place.page}>
            <PlaceLink place={place} isNarrow={isNarrow} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An opened flow's engagement stays chosen on the pages about one engagement; the list of flows keeps its own filter. */
function scopeFor(page: View['page'], { client, engagement, flowClient, flowEngagement }: View): Partial<View> {
  if (flowClient === null || !ofEngagement.has(page)) return { client, engagement };
  return { client: flowClient, engagement: flowEngagement };
}

function PlaceLink({ place: { page, label, Icon }, isNarrow }: { place: Place; isNarrow: boolean }) {
  const styles = useStyles();
  const view = useView();
  const isCurrent = view.page === page;
  const address = addressOf(view, { page, ...noFilter, ...scopeFor(page, view) });
  const link = (
    <a
      href={address}
      className={mergeClasses(styles.link, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => goOnPlainClick(event, address)}
    >
      <Icon className={styles.icon} filled={isCurrent} aria-hidden />
      {!isNarrow && label}
    </a>
  );
  return isNarrow ? (
    <Tooltip content={label} relationship="label" positioning="after">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
