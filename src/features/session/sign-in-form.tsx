import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { problemOf } from '#src/api/problem.ts';
import { useSignIn } from '#src/api/session-writes.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems } from '#src/messages/problems.ts';
import { sessionWords } from '#src/messages/session.ts';
import { useFormOpen } from '#src/parts/form-open.ts';
import { useSession } from '#src/parts/session.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PasswordField } from './password-field.tsx';
import classes from './session.module.css';

/** Name and password, as password managers know them; what is wrong stands beside its field. */
export function SignInForm() {
  useFormOpen();
  const t = useMessages(sessionWords);
  const words = useMessages(problems);
  const { renew } = useSession();
  const write = useSignIn();
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const problem = refusal === null ? null : problemOf(refusal);
  const refused = problem?.code === 'SIGN_IN_REFUSED';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || signInName.trim() === '' || password === '') return;
    setBusy(true);
    setRefusal(null);
    try {
      await write.mutateAsync({ signInName, password });
      await renew();
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={classes.form}>
      <TextInput
        label={t.signInName}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        value={signInName}
        onChange={(event) => setSignInName(event.currentTarget.value)}
        error={checked && signInName.trim() === '' ? words.required : refused}
        data-autofocus
      />
      <PasswordField
        label={t.password}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={checked && password === '' ? words.required : refused ? t.refused : undefined}
      />
      {problem && !refused ? (
        <Notice tone="problem" title={t.failedTitle}>
          {problem.status !== null && problem.status >= 500
            ? words[problem.code === 'UNAVAILABLE' ? 'UNAVAILABLE' : 'INTERNAL_SERVER_ERROR']
            : words[problemMessage(problem.code)]}
        </Notice>
      ) : null}
      <Button type="submit" loading={busy} className={classes.submit}>
        {busy ? t.signingIn : t.signIn}
      </Button>
    </form>
  );
}
