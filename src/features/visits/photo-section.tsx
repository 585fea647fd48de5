import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { photoQuery, photosQuery } from '#src/api/queries.ts';
import type { Photo } from '#src/domain/photo.ts';
import { placeOf } from '#src/domain/place.ts';
import type { VisitRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { photoWords } from '#src/messages/photos.ts';
import { terms } from '#src/messages/terms.ts';
import { useMay } from '#src/parts/use-may.ts';
import classes from './photo-section.module.css';

type Listed = Omit<Photo, 'sha256'>;

/** The photos of a visit: behind a touch, for it is written down who looks. Nothing where there are none. */
export function PhotoSection({ record }: { record: VisitRecord }) {
  const t = useMessages(photoWords);
  const { data: photos = [] } = useQuery(photosQuery(record.visit.id));
  const maySee = useMay('viewPhotos', placeOf(record.village));
  const [shown, setShown] = useState(false);
  if (photos.length === 0) return null;
  return (
    <section id="photos">
      <h2>{t.photos(photos.length)}</h2>
      {maySee ? null : <p className={classes.calm}>{t.notYours}</p>}
      {maySee && !shown ? (
        <div data-no-print>
          <Button variant="default" onClick={() => setShown(true)}>
            {t.show(photos.length)}
          </Button>
          <p className={classes.calm}>{t.showNote}</p>
        </div>
      ) : null}
      {shown ? (
        <ul className={classes.list}>
          {photos.map((photo) => (
            <PhotoFigure key={photo.id} photo={photo} record={record} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function PhotoFigure({ photo, record }: { photo: Listed; record: VisitRecord }) {
  const t = useMessages(photoWords);
  const term = useMessages(terms);
  const { text, day } = useFormat();
  const [large, setLarge] = useState(false);
  const query = useQuery(photoQuery(photo.visitId, photo.id));
  // The page's policy lets it draw what it holds itself.
  const source = query.data && `data:${query.data.type};base64,${query.data.bytes}`;
  const { kind, on } = record.visit;
  const alt = t.alt(photo.sequence, `${term.visitKind[kind]}, ${day(on)}`);
  return (
    <li className={classes.item}>
      {query.isPending ? <p role="status">{t.loading}</p> : null}
      {query.isError ? (
        <p role="alert">
          {t.failed}{' '}
          <Button variant="default" onClick={() => void query.refetch()}>
            {t.again}
          </Button>
        </p>
      ) : null}
      {source ? (
        <>
          <button
            type="button"
            className={classes.open}
            aria-label={t.enlarge(photo.sequence)}
            onClick={() => setLarge(true)}
          >
            <img
              className={classes.picture}
              src={source}
              alt={alt}
              width={photo.width}
              height={photo.height}
            />
          </button>
          <p className={classes.calm}>{t.details(text(photo.recordedBy), photo.recordedOn)}</p>
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
      ) : null}
    </li>
  );
}
