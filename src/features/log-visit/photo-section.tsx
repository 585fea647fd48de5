import { Button } from '@mantine/core';
import { useRef } from 'react';
import { PHOTO_LIMITS } from '#src/domain/photo.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { photoWords } from '#src/messages/photos.ts';
import { useOwnPicture } from '#src/parts/own-picture.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useLog } from './log-context.ts';
import classes from './photo-section.module.css';
import { livePhotos, type PhotoForm } from './visit-form.ts';
import { usePhotos } from './use-photos.ts';

/** Photos of the visit: chosen or taken, shrunk on the device, and kept there with the draft. */
export function PhotoSection() {
  const t = useMessages(photoWords);
  const { form } = useLog();
  const { add, busy, refused, saved, left } = usePhotos();
  const input = useRef<HTMLInputElement>(null);
  const count = livePhotos(form).length;
  return (
    <section className={classes.photos} aria-labelledby="photos-heading">
      <h3 id="photos-heading" className={classes.heading}>
        {t.heading(count + saved, PHOTO_LIMITS.photos)}
      </h3>
      <p className={classes.hint}>{t.hint}</p>
      {saved > 0 ? <p className={classes.hint}>{t.savedBefore(saved)}</p> : null}
      <ul className={classes.list}>
        {form.photos.map((photo, at) => (
          <PhotoItem key={photo.id} photo={photo} number={saved + at + 1} canPutBack={left > 0} />
        ))}
      </ul>
      <div role="status">
        {busy ? <p>{t.preparing}</p> : null}
        {refused.length > 0 ? (
          <Notice tone="problem" title={t.notAdded(refused.length)}>
            <ul>
              {refused.map(({ id, name, problem }) => (
                <li key={id}>
                  {name}: {t.problem[problem]}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </div>
      <input
        ref={input}
        id="photos"
        className={classes.input}
        type="file"
        accept="image/*"
        multiple
        aria-label={t.choose}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again after it was taken off.
          event.currentTarget.value = '';
          void add(files);
        }}
      />
      {left > 0 ? (
        <Button variant="default" loading={busy} onClick={() => input.current?.click()}>
          {t.add}
        </Button>
      ) : (
        <p className={classes.hint}>{t.full(PHOTO_LIMITS.photos)}</p>
      )}
    </section>
  );
}

interface ItemProps {
  photo: PhotoForm;
  number: number;
  canPutBack: boolean;
}

function PhotoItem({ photo, number, canPutBack }: ItemProps) {
  const t = useMessages(photoWords);
  const log = useMessages(logVisitWords);
  const { change } = useLog();
  const source = useOwnPicture(photo.id);
  const name = t.name(number);
  if (photo.removed) {
    return (
      <li className={classes.item}>
        <span>{log.removed(name)}</span>
        {canPutBack ? (
          <Button variant="default" onClick={() => change({ type: 'photoPutBack', id: photo.id })}>
            {log.putBack}
          </Button>
        ) : null}
      </li>
    );
  }
  return (
    <li className={classes.item}>
      {source ? <img className={classes.picture} src={source} alt={name} /> : <span>{name}</span>}
      <Button
        variant="default"
        aria-label={log.remove(name)}
        onClick={() => change({ type: 'photoRemoved', id: photo.id })}
      >
        {t.remove}
      </Button>
    </li>
  );
}
