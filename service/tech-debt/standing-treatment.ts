import type { SuggestedTreatment } from './assessment.ts';
import { shortLived, standsOnClauses } from './stands-on-clauses.ts';
import type { StandsOn } from './stands-on.ts';
import { suggest, type TreatmentFacts } from './suggested-treatment.ts';
import { needsNewRelease, type SupportForMove } from './support-for-move.ts';

/** The treatment of an application or database, seen with its footing. */
export function withStandsOn({ asset, standsOn: on }: TreatmentFacts, own: SuggestedTreatment): SuggestedTreatment {
  if (on === null)
    return own.treatment === null
      ? { ...own, reasons: [...own.reasons, 'No server or database that it stands on is known.'] }
      : own;
  const reasons = standsOnClauses(on).map(sentence);
  if (own.treatment !== null && own.treatment !== 'rehost') return { ...own, reasons: [...own.reasons, ...reasons] };
  if (hasOld(on))
    return suggest(
      'replatform',
      [...reasons, ...own.reasons],
      [
        'The systems it stands on are upgraded before the move: then rehost.',
        asset.asset_class === 'application'
          ? 'It is replaced by a service: then repurchase.'
          : 'Its data moves into a bought application: then repurchase.',
      ],
    );
  if (own.treatment === 'rehost') return { ...own, reasons: [...own.reasons, ...reasons] };
  const isDecided = asset.asset_class === 'application' && hasKnown(on);
  if (!isDecided && on.leaving.count === 0) return { ...own, reasons: [...own.reasons, ...reasons] };
  return suggest(
    'rehost',
    [...reasons, ...own.reasons],
    [
      `${asset.asset_class === 'database' ? 'Its engine' : 'What it is built on'}, or what it stands on, turns out to be out of support: then replatform.`,
    ],
  );
}

/** Whether anything it stands on cannot be moved as it is and stay supported. */
const hasOld = ({ bySupport }: StandsOn): boolean =>
  (Object.keys(bySupport) as SupportForMove[]).some((support) => needsNewRelease(support));
const hasKnown = ({ bySupport }: StandsOn): boolean =>
  (Object.keys(bySupport) as SupportForMove[]).some((support) => support !== 'unknown');

/** The reasons against moving it as it is, or leaving it. */
export const doubtsOfStanding = (on: StandsOn | null): string[] =>
  on === null ? [] : shortLived(on).map((clause) => `But ${clause}.`);

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
