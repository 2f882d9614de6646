import { useEffect, useRef } from 'react';
import { doubledTargets } from '#shared/doubled-targets.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { decisionNews } from './decision-news.ts';
import { conflictOf } from './review-state.ts';
import type { MappingReviewState } from './use-mapping-review.ts';

/** Says each decision once the service has it, and what it leads to where another column has the field. */
export function useDecisionNews(
  { mappings, fields, beforeOthers }: MappingReviewState,
  names: ReadonlyMap<string, string>,
): void {
  const announce = useAnnounce();
  const seen = useRef<readonly FieldMapping[] | null>(null);
  useEffect(() => {
    const before = seen.current;
    if (mappings === null || before === mappings) return;
    seen.current = mappings;
    // What somebody else decided has a notice.
    const news = before === null || beforeOthers !== null ? null : decisionNews(before, mappings, names);
    if (before === null || news === null) return;
    const doubled = doubledTargets(mappings, fields);
    const conflict = mappings
      .filter((mapping) => !before.includes(mapping))
      .map((mapping) => conflictOf(mapping, doubled, names))
      .find((text) => text !== null);
    announce(conflict === undefined ? news : `${news}. ${conflict}`);
  });
}
