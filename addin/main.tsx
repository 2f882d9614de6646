import { createRoot } from 'react-dom/client';
import { keepFocus } from '#shared/pages/keep-focus.ts';
import { App } from './App.tsx';
import './pane.css';

const container = document.getElementById('pane');
if (container) createRoot(container).render(<App />);
keepFocus(document);
