import './app/strict-page.ts';
import './app/styles/mantine.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const mock =
  import.meta.env.VITE_MOCK === 'on' ? await (await import('#mocks/browser.ts')).startMock() : null;

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <App sampleControls={mock} />
  </StrictMode>,
);
