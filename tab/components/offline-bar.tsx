import { useEffect, useState } from 'react';
import { useWords } from '../shell.tsx';
import { useAnnounce } from './announcer.tsx';

/** Says that nothing comes through, as long as the browser knows of no network. */
export function OfflineBar() {
  const { errors } = useWords().tab;
  const announce = useAnnounce();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const lost = () => setOnline(false);
    const back = () => {
      setOnline(true);
      announce(errors.backOnline);
    };
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
    };
  }, [announce, errors]);
  if (online) return null;
  return (
    <p className="offline" role="alert">
      <strong>{errors.offline}.</strong> {errors.offlineWhy}
    </p>
  );
}
