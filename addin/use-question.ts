import { useState } from 'react';

export interface Question<About> {
  /** What is asked about, also while the question closes; null before it was asked. */
  about: About | null;
  isOpen: boolean;
  /** Another one each time it is asked, so that nothing of the last answer is left. */
  key: number;
  ask(about: About): void;
  close(): void;
}

/**
 * Whether somebody is asked something about a flow, such as if its import is to be deleted. The question closes for good
 * when another flow, or none, has come in sight, or that flow is gone.
 */
export function useQuestion<About extends { flow_id: string }>(flowInSight: string | undefined): Question<About> {
  const [about, setAbout] = useState<About | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [key, setKey] = useState(0);
  if (isOpen && about?.flow_id !== flowInSight) setIsOpen(false);
  return {
    about,
    isOpen,
    key,
    ask: (next) => {
      setAbout(next);
      setIsOpen(true);
      setKey(key + 1);
    },
    close: () => setIsOpen(false),
  };
}
