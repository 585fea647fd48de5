import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLog } from './log-context.ts';
import { stepOf } from './steps.ts';

interface Props {
  control: string;
  children: ReactNode;
  className?: string | undefined;
}

/** Leads to a control of the form, on whatever step it stands. */
export function FieldLink({ control, children, className }: Props) {
  const { form, goTo } = useLog();
  const step = stepOf(control);
  return (
    <Link
      to="/log"
      search={({ mend }) => ({ village: form.villageId, step, mend })}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(step, control);
      }}
    >
      {children}
    </Link>
  );
}
