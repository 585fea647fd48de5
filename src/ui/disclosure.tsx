import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import classes from './disclosure.module.css';

interface Props {
  /** Said of the button; `label` is what it shows. */
  name: string;
  label: ReactNode;
  children: ReactNode;
}

/** A button that unfolds a small panel below itself. It closes by Escape, by a touch elsewhere, or when the cursor goes on. */
export function Disclosure({ name, label, children }: Props) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const room = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const left = ({ target }: Event): void => {
      if (target instanceof Node && !room.current?.contains(target)) setOpen(false);
    };
    const escaped = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', left);
    document.addEventListener('focusin', left);
    document.addEventListener('keydown', escaped);
    return () => {
      document.removeEventListener('pointerdown', left);
      document.removeEventListener('focusin', left);
      document.removeEventListener('keydown', escaped);
    };
  }, [open]);
  return (
    <div ref={room} className={classes.room}>
      <button
        ref={button}
        type="button"
        className={classes.button}
        aria-label={name}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={panel} className={classes.panel} hidden={!open}>
        {open ? children : null}
      </div>
    </div>
  );
}
