import { useRef, type HTMLAttributes, type ReactNode } from 'react';
import { useOnceHeard } from '#shared/pages/use-is-heard.ts';

/** Has what is in it read out once it appears, when the reader has come to an end of what it says. */
export function Politely({ children }: { children: ReactNode }) {
  return (
    <WhenHeard role="status" aria-atomic={false}>
      {children}
    </WhenHeard>
  );
}

/** Shows what is in it once screen readers hear of it. */
export function WhenHeard({ children, ...place }: HTMLAttributes<HTMLDivElement>) {
  const element = useRef<HTMLDivElement>(null);
  const isHeard = useOnceHeard(element);
  return (
    <div {...place} ref={element}>
      {isHeard && children}
    </div>
  );
}
