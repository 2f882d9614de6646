import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AddCircleRegular,
  CheckmarkCircleRegular,
  CircleRegular,
  ClockRegular,
  DeleteRegular,
  DismissCircleFilled,
  EditRegular,
  ErrorCircleFilled,
  InfoRegular,
  PauseCircleRegular,
  PersonClockRegular,
  PlayCircleRegular,
  WarningFilled,
  type FluentIcon,
} from '@fluentui/react-icons';
import { formatWord } from './format.ts';

type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'quiet';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    verticalAlign: 'top',
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  busy: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Every status of flows, phases, tasks, jobs, mappings, findings, conflicts and assets: a word, a shape and a colour, never colour alone. */
const looks: Record<string, { Icon: FluentIcon; tone: Tone; word?: string }> = {
  initialized: { Icon: CircleRegular, tone: 'quiet', word: 'Starting' },
  not_started: { Icon: CircleRegular, tone: 'quiet' },
  queued: { Icon: ClockRegular, tone: 'quiet' },
  scheduled: { Icon: ClockRegular, tone: 'quiet' },
  running: { Icon: PlayCircleRegular, tone: 'busy' },
  waiting: { Icon: PersonClockRegular, tone: 'warn' },
  waiting_for_approval: { Icon: PersonClockRegular, tone: 'warn' },
  paused: { Icon: PauseCircleRegular, tone: 'warn' },
  completed: { Icon: CheckmarkCircleRegular, tone: 'good' },
  approved: { Icon: CheckmarkCircleRegular, tone: 'good' },
  failed: { Icon: ErrorCircleFilled, tone: 'bad' },
  cancelled: { Icon: DismissCircleFilled, tone: 'quiet' },
  withdrawn: { Icon: DismissCircleFilled, tone: 'quiet' },
  stopped: { Icon: DismissCircleFilled, tone: 'quiet' },
  left_out: { Icon: DismissCircleFilled, tone: 'quiet' },
  unmapped: { Icon: CircleRegular, tone: 'quiet', word: 'Not mapped' },
  abandoned: { Icon: WarningFilled, tone: 'warn' },
  deleted: { Icon: DeleteRegular, tone: 'quiet' },
  suggested: { Icon: CircleRegular, tone: 'quiet' },
  error: { Icon: ErrorCircleFilled, tone: 'bad' },
  warning: { Icon: WarningFilled, tone: 'warn' },
  info: { Icon: InfoRegular, tone: 'quiet', word: 'Note' },
  open: { Icon: PersonClockRegular, tone: 'warn', word: 'To decide' },
  decided: { Icon: CheckmarkCircleRegular, tone: 'good' },
  agree: { Icon: CheckmarkCircleRegular, tone: 'good', word: 'Agrees' },
  contradict: { Icon: WarningFilled, tone: 'warn', word: 'Contradicts' },
  mixed: { Icon: WarningFilled, tone: 'warn', word: 'Partly agrees' },
  alone: { Icon: CircleRegular, tone: 'quiet', word: 'Said by one' },
  created: { Icon: AddCircleRegular, tone: 'good' },
  updated: { Icon: EditRegular, tone: 'busy' },
  unchanged: { Icon: CircleRegular, tone: 'quiet' },
  conflict: { Icon: PersonClockRegular, tone: 'warn', word: 'Held' },
  missing: { Icon: WarningFilled, tone: 'warn' },
};

/** `given` says something else of what has this status: a kind of debt of that severity. */
export function StatusBadge({ status, word: given }: { status: string; word?: string | undefined }) {
  const styles = useStyles();
  const { Icon, tone, word } = looks[status] ?? { Icon: CircleRegular, tone: 'quiet' as const };
  return (
    <span className={styles.badge}>
      <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden />
      {given ?? word ?? formatWord(status)}
    </span>
  );
}
