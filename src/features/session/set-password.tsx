import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { problemOf } from '#src/api/problem.ts';
import { useAcceptInvitation, useSignIn, useSignOut } from '#src/api/session-writes.ts';
import { password as passwordSchema, PASSWORD_LENGTH, type InvitationGreeting } from '#src/domain/account.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { problemMessage, problems } from '#src/messages/problems.ts';
import { sessionWords } from '#src/messages/session.ts';
import { useFormOpen } from '#src/parts/form-open.ts';
import { useSession } from '#src/parts/session.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PasswordField } from './password-field.tsx';
import classes from './session.module.css';

/** Greets whom the link is for; the password once set, they are signed in with it. */
export function SetPassword({ greeting, secret }: { greeting: InvitationGreeting; secret: string }) {
  useFormOpen();
  const t = useMessages(sessionWords);
  const words = useMessages(problems);
  const { text } = useFormat();
  const { actor, renew, leave } = useSession();
  const navigate = useNavigate();
  const accept = useAcceptInvitation();
  const signIn = useSignIn();
  const signOut = useSignOut();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const problem = refusal === null ? null : problemOf(refusal);
  const told = problem?.fields.find(({ field }) => field === 'password')?.code ?? fault;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = passwordSchema.safeParse(password);
    setFault(checked.success ? null : (checked.error.issues[0]?.message ?? 'other'));
    setRefusal(null);
    if (busy || !checked.success) return;
    setBusy(true);
    try {
      await accept.mutateAsync({ secret, password });
    } catch (error) {
      setRefusal(error);
      setBusy(false);
      return;
    }
    // The password is set: whatever happens now, signing in with it works.
    if (actor) await signOut.mutateAsync({}).catch(() => {});
    leave();
    await signIn.mutateAsync({ signInName: greeting.signInName, password }).then(renew, () => {});
    await navigate({ to: '/', replace: true });
  };

  return (
    <div className={classes.page}>
      <h1>{t.invitationTitle(text(greeting.name))}</h1>
      <p>{t.invitationText(greeting.signInName)}</p>
      {actor ? <Notice tone="plain">{t.otherSignedIn(text(actor.name))}</Notice> : null}
      <form onSubmit={(event) => void submit(event)} noValidate className={classes.form}>
        {/* For the password manager: which name the password belongs to. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={greeting.signInName}
          readOnly
          hidden
        />
        <PasswordField
          label={t.newPassword}
          description={t.passwordHint(PASSWORD_LENGTH.min)}
          autoComplete="new-password"
          value={password}
          onChange={(next) => {
            setPassword(next);
            setFault(null);
          }}
          error={told ? words[problemMessage(told)] : undefined}
        />
        {problem && !told ? (
          <Notice
            tone="problem"
            title={problem.code === 'INVITATION_NOT_VALID' ? t.invitationGone : t.failedTitle}
          >
            {problem.code === 'INVITATION_NOT_VALID'
              ? t.invitationGoneText
              : words[problemMessage(problem.code)]}
          </Notice>
        ) : null}
        <Button type="submit" loading={busy} className={classes.submit}>
          {busy ? t.settingPassword : t.setPassword}
        </Button>
      </form>
    </div>
  );
}
