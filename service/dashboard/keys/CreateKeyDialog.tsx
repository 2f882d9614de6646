import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useRef, type FormEvent, type RefObject } from 'react';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { CopyButton } from '../parts/ShortId.tsx';
import { CreateKeyFields } from './CreateKeyFields.tsx';
import { useCreateKey } from './use-create-key.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  made: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  key: { flexGrow: 1, fontFamily: tokens.fontFamilyMonospace },
  text: { margin: 0 },
});

/** First what the key may do, then the key itself, once. */
export function CreateKeyDialog({ close }: { close: () => void }) {
  const nameField = useRef<HTMLInputElement>(null);
  const asking = useCreateKey(() => nameField.current?.focus());
  const { create } = asking;
  return (
    <Dialog
      open
      onOpenChange={(_event, { open, type }) => {
        // A click beside it would lose what was filled in.
        if (!open && type !== 'backdropClick' && !create.isPending && create.data === undefined) close();
      }}
    >
      <DialogSurface>
        {create.data ? (
          <Made apiKey={create.data.api_key} name={create.data.name} close={close} />
        ) : (
          <Asking {...asking} nameField={nameField} close={close} />
        )}
      </DialogSurface>
    </Dialog>
  );
}

interface AskingProps extends ReturnType<typeof useCreateKey> {
  nameField: RefObject<HTMLInputElement | null>;
  close: () => void;
}

function Asking({ form, create, submit, failure, nameField, close }: AskingProps) {
  const styles = useStyles();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <DialogBody>
        <DialogTitle>Create API key</DialogTitle>
        <DialogContent className={styles.content}>
          <CreateKeyFields form={form} nameField={nameField} />
          {failure !== null && <FailureNotice failure={failure} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabledFocusable={create.isPending}>
            Cancel
          </Button>
          <Button type="submit" appearance="primary" disabledFocusable={create.isPending}>
            {create.isPending ? 'Creating…' : 'Create key'}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

function Made({ apiKey, name, close }: { apiKey: string; name: string; close: () => void }) {
  const styles = useStyles();
  return (
    <DialogBody>
      <DialogTitle>
        Copy the key &quot;<bdi>{name}</bdi>&quot; now
      </DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.text}>It is shown this once: only its hash is kept, so nobody can look it up later.</p>
        <div className={styles.made}>
          <Input
            readOnly
            autoFocus
            aria-label="New API key"
            className={styles.key}
            value={apiKey}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={apiKey} what="API key" />
        </div>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={close}>
          Done
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
