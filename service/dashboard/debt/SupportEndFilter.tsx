import { Field, Input } from '@fluentui/react-components';
import { Choice } from '../scope/ScopeFilter.tsx';
import { addressOf, go, useView } from '../shell/location.ts';
import { BY_A_DAY, ENDED, isDay, WITHIN_A_YEAR } from './support-end.ts';

const words: Readonly<Record<string, string>> = {
  [ENDED]: 'Already ended',
  [WITHIN_A_YEAR]: 'Within 12 months',
  [BY_A_DAY]: 'By a day',
};

/** Which assets are listed, by the day on which the support of one of their products ends. */
export function SupportEndFilter() {
  const view = useView();
  const isByDay = view.ends === BY_A_DAY || isDay(view.ends);
  return (
    <>
      <Choice
        label="Support ends"
        anyLabel="At any time"
        value={isByDay ? BY_A_DAY : view.ends}
        names={Object.keys(words)}
        wordFor={(name) => words[name] ?? name}
        choose={(ends) => go(addressOf(view, { ends, item: null }))}
      />
      {isByDay && (
        <Field label="Day" size="small">
          <Input
            type="date"
            size="small"
            value={isDay(view.ends) ? view.ends : ''}
            onChange={(_event, { value }) =>
              go(addressOf(view, { ends: isDay(value) ? value : BY_A_DAY, item: null }), 'replace')
            }
          />
        </Field>
      )}
    </>
  );
}
