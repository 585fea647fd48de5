import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * Over the page for as long as it is drawn. When it goes, the cursor is where it was before: a keyboard or a
 * screen reader does not begin the page anew. Where that is gone with it, the cursor is on the page's content.
 */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Whoever has put it elsewhere meant it.
      if (document.activeElement !== document.body) return;
      const back = from?.isConnected && from !== document.body ? from : document.querySelector('main');
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    },
    [from],
  );
  return <Modal opened {...props} />;
}
