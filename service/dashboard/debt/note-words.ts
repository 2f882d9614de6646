/** What a date of the lifecycle data is, by the name it has there. */
const DATES: Readonly<Record<string, string>> = {
  active: 'general support',
  security: 'security updates',
  extended: 'extended support',
};

/** For whoever keeps the data: which level a row is of, how builds and engines are numbered. */
const INTERNAL = /level$|^(?:build|engine|uname) |^date not found$/;

/** A note of the lifecycle data as people read it: `security=Premier; product level` → `security updates: Premier`. */
export function noteWords(note: string | null): string {
  const parts = (note ?? '').split(';').map((part) => part.trim());
  return parts
    .filter((part) => part !== '' && !INTERNAL.test(part))
    .map((part) => part.replace(/^(\w+)=/, (whole, name: string) => (name in DATES ? `${DATES[name] ?? ''}: ` : whole)))
    .join('; ');
}
