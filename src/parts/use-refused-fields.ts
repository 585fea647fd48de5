import { useState } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems } from '#src/messages/problems.ts';
import type { Saving } from './use-save-item.ts';

/**
 * What the service refused, in words beside the fields that it named, for as long as each holds what was refused.
 * @param fields what they hold, by the names that the service has for them
 */
export function useRefusedFields<Field extends string>(
  { item, mended }: Pick<Saving, 'item' | 'mended'>,
  fields: Readonly<Record<Field, string>>,
): (field: Field) => string | undefined {
  const words = useMessages(problems);
  const of = item ?? mended;
  const problem = of?.state === 'needsAttention' ? of.lastProblem : null;
  // What they held when it was saved: it may be refused once more, for something else, while somebody types.
  const hash = of?.hash;
  const [told, setTold] = useState({ hash, fields });
  if (told.hash !== hash) setTold({ hash, fields });
  return (name) => {
    const fault = problem?.fields.find(({ field }) => field === name || field.startsWith(`${name}.`));
    return fault && told.fields[name] === fields[name] ? words[problemMessage(fault.code)] : undefined;
  };
}
