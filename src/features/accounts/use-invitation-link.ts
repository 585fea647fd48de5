import { useRouter } from '@tanstack/react-router';

/** The whole address of a one-time link; its secret stands behind the #, which no server is sent. */
export function useInvitationLink(): (secret: string) => string {
  const router = useRouter();
  return (secret) => {
    const { href } = router.buildLocation({ to: '/invitation', hash: secret });
    return new URL(router.history.createHref(href), location.href).href;
  };
}
