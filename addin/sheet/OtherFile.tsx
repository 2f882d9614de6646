import { Button } from '@fluentui/react-components';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { ReadingFile } from './ReadingFile.tsx';
import type { FileChoice } from './use-file-choice.tsx';

/** Another file instead of the one that is shown, which stays until the other one is read. */
export function OtherFile({ choice: { choose, cancel, reading, error, input } }: { choice: FileChoice }) {
  return (
    <>
      {reading === null ? (
        <Button appearance="subtle" onClick={choose}>
          Choose another file
        </Button>
      ) : (
        <ReadingFile name={reading} size="tiny" onCancel={cancel} />
      )}
      {input}
      {error !== null && <FailureNotice error={error} safe="The file above is still the one that is shown." />}
    </>
  );
}
