import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/accounts/$accountId');
type Ask = 'change' | 'link' | 'disable' | 'enable';

/** Which act of the account's page is being asked about: it stands in the link, so the back button takes it back. */
export function useAsked(): { asked: Ask | undefined; ask: (next: Ask | undefined) => void } {
  const { ask: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = (next: Ask | undefined) => void navigate({ search: { ask: next }, resetScroll: false });
  return { asked, ask };
}
