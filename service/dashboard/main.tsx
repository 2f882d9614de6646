import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './dashboard.css';

const container = document.getElementById('dashboard');
if (container) createRoot(container).render(<App />);
