import '../styles/organisation.css';
import { DownloadButton } from '../components/download-button.tsx';
import { useDesk } from '../desk.tsx';

/** G-15: everything the desk keeps of oneself. */
export function OwnData() {
  const { own } = useDesk().words.tab.organisation;
  return (
    <section className="own-data" aria-labelledby="own-data">
      <h2 id="own-data">{own.title}</h2>
      <p className="quiet">{own.about}</p>
      <DownloadButton path="/me/data" name={`case-desk-${new Date().toISOString().slice(0, 10)}.json`} text={own.go} />
    </section>
  );
}
