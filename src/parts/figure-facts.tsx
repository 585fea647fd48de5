import { Button, CopyButton } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { apiUrl } from '#src/api/client.ts';
import { figureWords } from '#src/messages/figures.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './figure-answer.module.css';

interface Props {
  formula: string;
  /** What stands in it, each with its words. */
  terms: readonly { term: string; words: ReactNode }[];
  source: string;
  /** Of what it was asked: the place, the visits, the day. */
  asked: ReactNode;
  /** The rules, as further entries of the list. */
  children?: ReactNode;
  unknowns: string;
}

/** By what a figure was made, in words. */
export function FigureFacts({ formula, terms, source, asked, children, unknowns }: Props) {
  const t = useMessages(figureWords);
  return (
    <dl className={classes.facts}>
      <dt>{t.formula}</dt>
      <dd>
        {formula}
        <ul className={classes.terms}>
          {terms.map(({ term, words }) => (
            <li key={term}>
              {t.terms[term as keyof typeof t.terms]}: {words}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t.source}</dt>
      <dd>{source}</dd>
      <dt>{t.query}</dt>
      <dd>{asked}</dd>
      {children}
      <dt>{t.unknownRule}</dt>
      <dd>{unknowns}</dd>
    </dl>
  );
}

/** The same figure again: as a link that names all that makes it this one, and from the API. */
export function FigureAgain({ href, api }: { href: string; api: string }) {
  const t = useMessages(figureWords);
  const router = useRouter();
  const link = new URL(router.history.createHref(href), document.baseURI).href;
  return (
    <section>
      <h3>{t.link}</h3>
      <p className={classes.link}>
        <a href={link}>{link}</a>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t.copied : t.copy}
            </Button>
          )}
        </CopyButton>
      </p>
      <h3>{t.api}</h3>
      <p>
        <code className={classes.path}>
          GET {new URL(apiUrl()).pathname}
          {api}
        </code>
      </p>
    </section>
  );
}

/** A table of what is in a figure, which scrolls by itself. */
export function FigureTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>{children}</table>
    </div>
  );
}
