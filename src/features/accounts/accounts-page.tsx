import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';

export function AccountsPage() {
  return <h1>{useMessages(shellWords).accounts}</h1>;
}
