import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Visit } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { photoWords } from '#src/messages/photos.ts';
import { terms } from '#src/messages/terms.ts';
import { useMoment } from '#src/parts/moment.ts';
import classes from './photo-section.module.css';
import type { ShownPhoto } from './use-photos-of.ts';
import { usePicture, type Picture } from './use-picture.ts';

interface Props {
  photo: ShownPhoto;
  visit: Pick<Visit, 'kind' | 'on'>;
}

/** One photo with whose it is and of when, or why it is not shown. */
export function PhotoFigure({ photo, visit: { kind, on } }: Props) {
  const t = useMessages(photoWords);
  const term = useMessages(terms);
  const { day } = useFormat();
  const picture = usePicture(photo);
  const alt = t.alt(photo.number, `${term.visitKind[kind]}, ${day(on)}`);
  if (picture.is === 'loading') {
    return (
      <li className={classes.item}>
        <p role="status">{t.loading}</p>
      </li>
    );
  }
  if (picture.is === 'notKept' || picture.is === 'failed') {
    return (
      <li className={classes.item}>
        <p role="alert">
          {t.name(photo.number)}: {picture.is === 'notKept' ? t.notKept : t.failed}{' '}
          <Button variant="default" onClick={picture.again}>
            {t.again}
          </Button>
        </p>
      </li>
    );
  }
  return (
    <li className={classes.item}>
      <Drawn photo={photo} source={picture.source} alt={alt} />
      <Caption photo={photo} picture={picture} />
    </li>
  );
}

function Drawn({ photo, source, alt }: { photo: ShownPhoto; source: string; alt: string }) {
  const t = useMessages(photoWords);
  const [large, setLarge] = useState(false);
  const { told } = photo;
  return (
    <>
      <button
        type="button"
        className={classes.open}
        aria-label={t.enlarge(photo.number)}
        onClick={() => setLarge(true)}
      >
        <img className={classes.picture} src={source} alt={alt} width={told?.width} height={told?.height} />
      </button>
      <Modal
        opened={large}
        onClose={() => setLarge(false)}
        title={alt}
        size="auto"
        closeButtonProps={{ 'aria-label': t.close }}
      >
        <img className={classes.large} src={source} alt={alt} />
      </Modal>
    </>
  );
}

function Caption({ photo: { told, isReceived }, picture }: { photo: ShownPhoto; picture: Picture }) {
  const t = useMessages(photoWords);
  const { text } = useFormat();
  const { moment } = useMoment();
  return (
    <>
      {told ? <p className={classes.calm}>{t.details(text(told.recordedBy), told.recordedOn)}</p> : null}
      {picture.is === 'own' ? <p className={classes.calm}>{isReceived ? t.own : t.ownWaits}</p> : null}
      {picture.is === 'told' && picture.at !== null ? (
        <p className={classes.calm}>{t.toldAt(moment(picture.at))}</p>
      ) : null}
    </>
  );
}
