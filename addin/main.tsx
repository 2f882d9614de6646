import { createRoot } from 'react-dom/client';
import { keepFocus } from '#shared/keep-focus.ts';
import { App } from './App.tsx';
import { followLink } from './connect/follow-link.ts';
import './pane.css';

const container = document.getElementById('pane');
if (container && !followLink()) createRoot(container).render(<App />);
keepFocus(document);
