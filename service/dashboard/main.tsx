import { createRoot } from 'react-dom/client';
import { keepFocus } from '#shared/pages/keep-focus.ts';
import { DASHBOARD_TAB, dropPaneConnection } from '#shared/pages/dashboard-tab.ts';
import { App } from './App.tsx';
import './dashboard.css';

// A tab that the pane opens begins with what the pane's own keeps.
if (window.name === DASHBOARD_TAB) dropPaneConnection();
const container = document.getElementById('dashboard');
if (container) createRoot(container).render(<App />);
keepFocus(document);
