import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const place = document.getElementById('pane');
if (place === null) throw new Error('taskpane.html has no element with the id "pane".');
createRoot(place).render(<App />);
