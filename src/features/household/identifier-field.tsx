import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { IdentifierRef } from '#src/domain/identifier.ts';
import { identifierWords } from '#src/messages/identifiers.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './identifiers.module.css';
import { RecordIdentifier } from './record-identifier.tsx';
import { ShowIdentifier } from './show-identifier.tsx';
import { useShownIdentifier } from './use-shown-identifier.ts';

interface Props {
  identifier: IdentifierRef;
  name: string;
  /** Null where none is recorded. */
  mask: string | null;
  mayShow: boolean;
  mayRecord: boolean;
}

/** One identifier: its mask, or for a minute itself; and what the reader may do about it. */
export function IdentifierField({ identifier, name, mask, mayShow, mayRecord }: Props) {
  const t = useMessages(identifierWords);
  const { shown, show, hide } = useShownIdentifier();
  const [asking, setAsking] = useState<'show' | 'record' | null>(null);
  const kind = t.kind[identifier.kind];
  const close = () => setAsking(null);
  const recordWord = mask === null ? t.enter : t.change;
  return (
    <div className={classes.field}>
      <dt>{kind}</dt>
      <dd>
        <span
          className={classes.mask}
          data-covered={shown !== null}
          data-unknown={mask === null || undefined}
        >
          {mask ?? t.notRecorded}
        </span>
        <span role="status" className={classes.clear} data-no-print>
          {shown ? (
            <>
              <span className={classes.forTheEar}>{t.shown(kind, name)} </span>
              <strong>{shown.value}</strong>
            </>
          ) : null}
        </span>
        <span className={classes.tools} data-no-print>
          {shown ? <span role="timer">{t.left(shown.secondsLeft)}</span> : null}
          {mayShow && mask !== null ? (
            <Button
              variant="subtle"
              size="sm"
              className={classes.tool}
              aria-label={t.of(shown ? t.hide : t.show, kind, name)}
              onClick={shown ? hide : () => setAsking('show')}
            >
              {shown ? t.hide : t.show}
            </Button>
          ) : null}
          {mayRecord && mask === null ? (
            <Button
              variant="subtle"
              size="sm"
              className={classes.tool}
              aria-label={t.of(recordWord, kind, name)}
              onClick={() => setAsking('record')}
            >
              {recordWord}
            </Button>
          ) : null}
          {mayRecord && mask !== null ? (
            <ActionIcon aria-label={t.of(recordWord, kind, name)} onClick={() => setAsking('record')}>
              <IconPencil aria-hidden size={18} stroke={1.6} />
            </ActionIcon>
          ) : null}
        </span>
      </dd>
      {asking === 'show' ? (
        <ShowIdentifier identifier={identifier} name={name} onShown={show} onClose={close} />
      ) : null}
      {asking === 'record' ? (
        <RecordIdentifier identifier={identifier} name={name} mask={mask} onClose={close} />
      ) : null}
    </div>
  );
}
