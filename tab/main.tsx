import { createRoot } from 'react-dom/client';
import { Start } from './start.tsx';
import './styles/base.css';
import './styles/shell.css';
import './styles/list.css';
import './styles/rows.css';
import './styles/case.css';
import './styles/progress.css';
import './styles/timeline.css';
import './styles/page.css';
import './styles/records.css';
import './styles/engineers.css';
import './styles/skeleton.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Start />);
