import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { announcements } from './announcements.ts';
import styles from './Notices.module.css';
import { dismissNotice, overlays, type Notice } from './overlays.ts';
import { useStore } from './store.ts';

const shownForMs = 7_000;

/** The messages at the foot of the window. One that only informs goes by itself, unless it is being read. */
export function Notices() {
  const notices = useStore(overlays, (state) => state.notices);
  return (
    <div className={styles.notices} role="region" aria-label="Messages">
      <div>
        {notices
          .filter(({ kind }) => kind === 'info')
          .map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
      </div>
      <div role="alert">
        {notices
          .filter(({ kind }) => kind === 'error')
          .map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
      </div>
    </div>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || notice.kind === 'error') return undefined;
    const timer = setTimeout(() => dismissNotice(notice.id), shownForMs);
    return () => clearTimeout(timer);
  }, [held, notice]);
  return (
    <div
      className={styles.notice}
      data-kind={notice.kind}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notice.kind === 'error' && <Icon of={CircleAlert} />}
      <p className={styles.text}>{notice.text}</p>
      {notice.action && (
        <Button
          small
          onClick={() => {
            dismissNotice(notice.id);
            notice.action?.run();
          }}
        >
          {notice.action.name}
        </Button>
      )}
      <IconButton icon={X} label="Close message" small onClick={() => dismissNotice(notice.id)} />
    </div>
  );
}

/** A line that screen readers say aloud and nobody sees; a new element each time, so that the same words are said again. */
export function Announcer() {
  const { id, text } = useStore(announcements, (state) => state);
  return (
    <div className="for-readers" role="status" aria-live="polite" data-announcer="">
      <p key={id}>{text}</p>
    </div>
  );
}
