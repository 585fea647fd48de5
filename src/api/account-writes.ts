import { useMutation } from '@tanstack/react-query';
import { orpc } from './client.ts';
import { useReadAnew } from './read-anew.ts';

/** What an administrator changes shows in several lists: all of them are fetched again. */
function useRefresh() {
  const refresh = useReadAnew();
  return () => void refresh();
}

/** Makes an account and its one-time link; the link is in this answer and nowhere else. */
export function useInvite() {
  return useMutation(orpc.invite.mutationOptions({ onSuccess: useRefresh(), retry: 0 }));
}

/** A new one-time link in place of the last one. */
export function useInviteAgain() {
  return useMutation(orpc.inviteAgain.mutationOptions({ onSuccess: useRefresh(), retry: 0 }));
}

/** Another name, role or other places; effective at their next request. */
export function useChangeAccount() {
  return useMutation(orpc.changeAccount.mutationOptions({ onSuccess: useRefresh(), retry: 0 }));
}

/** Ends all sessions and lets nobody sign in, with a reason. */
export function useDisableAccount() {
  return useMutation(orpc.disableAccount.mutationOptions({ onSuccess: useRefresh(), retry: 0 }));
}

export function useEnableAccount() {
  return useMutation(orpc.enableAccount.mutationOptions({ onSuccess: useRefresh(), retry: 0 }));
}

/** What has ended meanwhile is gone from the list as well. */
export function useEndSession() {
  return useMutation(orpc.endSession.mutationOptions({ onSettled: useRefresh(), retry: 0 }));
}

/** A machine client's token; its secret is in this answer and nowhere else. */
export function useCreateToken() {
  return useMutation(orpc.createToken.mutationOptions({ onSuccess: useRefresh(), retry: 0 }));
}

export function useRevokeToken() {
  return useMutation(orpc.revokeToken.mutationOptions({ onSuccess: useRefresh(), retry: 0 }));
}
