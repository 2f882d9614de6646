import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './pane.css';

const container = document.getElementById('pane');
if (container) createRoot(container).render(<App />);
