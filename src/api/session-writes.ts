import { useMutation } from '@tanstack/react-query';
import { orpc } from './client.ts';

/** Opens a session: the answer sets its cookie. */
export const useSignIn = () => useMutation(orpc.signIn.mutationOptions({ retry: 0 }));

/** Ends the session of this browser. */
export const useSignOut = () => useMutation(orpc.signOut.mutationOptions({ retry: 0 }));

/** Sets the password that a one-time link is for. */
export const useAcceptInvitation = () => useMutation(orpc.acceptInvitation.mutationOptions({ retry: 0 }));
