import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { canSit, may, type Role } from '#src/domain/permission.ts';
import { covers, type Place, type PlaceNode } from '#src/domain/place.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { usePlaceWords } from '#src/parts/place-names.ts';
import { useActor } from '#src/parts/use-may.ts';
import classes from './place-picker.module.css';

interface Props {
  /** All that the administrator may seat people at, each place before what lies below it. */
  nodes: readonly PlaceNode[];
  role: Role;
  value: readonly Place[];
  onChange: (places: Place[]) => void;
  error: string | undefined;
}

/** As many as a person looks through; the rest is found by its name. */
const MOST_SHOWN = 40;

/** Places as a tree in which a name can be searched; only those where the role can sit are offered. */
export function PlacePicker({ nodes, role, value, onChange, error }: Props) {
  const t = useMessages(accountsWords);
  const actor = useActor();
  const { text } = useFormat();
  const id = useId();
  const [typed, setTyped] = useState('');
  const q = typed.trim().toLowerCase();
  const found = nodes.filter(
    ({ path, name }) =>
      canSit(role, path) &&
      may(actor, 'manageAccounts', path) &&
      [name.zh, name.en, path].some((words) => words.toLowerCase().includes(q)),
  );
  const shown = found.slice(0, MOST_SHOWN);
  const top = Math.min(...shown.map(({ path }) => depthOf(path)));
  const toggle = (path: Place) =>
    onChange(value.includes(path) ? value.filter((p) => p !== path) : [...value, path]);
  const villagesBelow = (path: Place) =>
    nodes.filter((node) => node.kind === 'village' && node.path !== path && covers(path, node.path)).length;
  return (
    <fieldset
      className={classes.picker}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
    >
      <legend>{t.places}</legend>
      <p id={`${id}-hint`} className={classes.hint}>
        {t.placesHint[role]}
      </p>
      {error ? (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      ) : null}
      <Chosen role={role} value={value} onTakeOff={toggle} />
      <TextInput
        type="search"
        label={t.placeSearch}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Enter looks for a place here; it does not send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        leftSection={<IconSearch aria-hidden size={18} />}
      />
      {shown.length === 0 ? <p className={classes.hint}>{t.noPlaceFound}</p> : null}
      <ul className={classes.list}>
        {shown.map(({ path, name, kind }) => (
          <li key={path} data-depth={depthOf(path) - top}>
            <label className={classes.row}>
              <input type="checkbox" checked={value.includes(path)} onChange={() => toggle(path)} />
              <span>
                {text(name)}
                <PlaceAbove path={path} kind={kind} villages={villagesBelow(path)} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <p className={classes.hint}>{t.morePlaces(found.length - shown.length)}</p>
      ) : null}
    </fieldset>
  );
}

const depthOf = (path: Place): number => path.split('/').length - 1;

/** What tells two places of one name apart: what kind it is and where it lies, and how much it covers. */
function PlaceAbove({ path, kind, villages }: { path: Place; kind: PlaceNode['kind']; villages: number }) {
  const t = useMessages(accountsWords);
  const term = useMessages(terms);
  const places = usePlaceWords();
  const above = path.slice(0, path.lastIndexOf('/'));
  const parts = [
    term.placeKind[kind],
    ...(kind === 'village' || kind === 'township' ? [places.one(above)] : []),
    ...(villages > 0 ? [t.below(villages)] : []),
  ];
  return <span className={classes.above}>{parts.join(' · ')}</span>;
}

function Chosen({
  role,
  value,
  onTakeOff,
}: {
  role: Role;
  value: readonly Place[];
  onTakeOff: (path: Place) => void;
}) {
  const t = useMessages(accountsWords);
  const places = usePlaceWords();
  return (
    <div className={classes.chosen}>
      <span className={classes.hint}>{t.placesChosen}:</span>
      {value.length === 0 ? <span className={classes.hint}>{t.nonePlaceChosen}</span> : null}
      {value.map((path) => (
        <Button
          key={path}
          variant="default"
          size="compact-md"
          className={classes.chip}
          rightSection={<IconX aria-hidden size={16} />}
          aria-label={`${t.takeOff(places.one(path))}${canSit(role, path) ? '' : `, ${t.notForRole}`}`}
          data-wrong={canSit(role, path) ? undefined : true}
          onClick={() => onTakeOff(path)}
        >
          {places.one(path)}
          {canSit(role, path) ? null : ` (${t.notForRole})`}
        </Button>
      ))}
    </div>
  );
}
