import { useEffect, useRef } from 'react';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { flowNews } from './flow-news.ts';

/** Says what becomes of a flow while the pane follows it, wherever in the pane somebody is. */
export function useFlowNews(flow: Flow | null): void {
  const announce = useAnnounce();
  const seen = useRef<Flow | null>(null);
  useEffect(() => {
    if (flow === null) return;
    const news = flowNews(seen.current, flow);
    seen.current = flow;
    if (news !== null) announce(news);
  }, [flow, announce]);
}
