import { createRoot } from 'react-dom/client';
import { keepFocus } from '#shared/keep-focus.ts';
import { App } from './App.tsx';
import { followLink } from './connect/follow-link.ts';
import './pane.css';

followLink();
const container = document.getElementById('pane');
if (container) createRoot(container).render(<App />);
keepFocus(document);
