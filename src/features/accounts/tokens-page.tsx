import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';

export function TokensPage() {
  return <h1>{useMessages(shellWords).tokens}</h1>;
}
