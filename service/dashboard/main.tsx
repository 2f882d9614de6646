import { createRoot } from 'react-dom/client';
import { keepFocus } from '#shared/keep-focus.ts';
import { App } from './App.tsx';
import './dashboard.css';

const container = document.getElementById('dashboard');
if (container) createRoot(container).render(<App />);
keepFocus(document);
