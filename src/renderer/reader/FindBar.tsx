import {
  CaseSensitive,
  ChevronDown,
  ChevronUp,
  Highlighter,
  Regex,
  WholeWord,
  X,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { canChangeProject } from '../app/commands/has-project.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { useStore } from '../app/store.ts';
import type { ReaderId } from '../app/workspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useDrawnIn } from './active-reader.ts';
import './find.css';
import { markAllHits } from './mark-hits.ts';
import type { Finder } from './finder.ts';
import { hitWords } from './find-words.ts';

/** Finds words in the source that is read. It stands below the text, so that nothing of it moves or is covered. */
export function FindBar({ readerId }: { readonly readerId: ReaderId }) {
  const finder = useDrawnIn(readerId)?.finder;
  return finder === undefined ? null : <FindBarOf finder={finder} />;
}

function FindBarOf({ finder }: { readonly finder: Finder }) {
  const open = useStore(finder.state, (state) => state.open);
  return open ? <OpenFindBar finder={finder} /> : null;
}

function OpenFindBar({ finder }: { readonly finder: Finder }) {
  const found = useStore(finder.state, (state) => state);
  const hits = useStore(finder.hits, (state) => state);
  const field = useRef<HTMLInputElement>(null);
  const { query, problem, asked } = found;
  const none = hits.starts.length === 0;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  return (
    <div className="find-bar" role="search" aria-label="Find in this source" data-find-bar="">
      <input
        ref={field}
        className="find-field"
        type="text"
        dir="auto"
        aria-label="Find in this source"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : 'find-problem'}
        placeholder="Find in this source"
        autoComplete="off"
        spellCheck={false}
        value={query.text}
        onChange={(event) => finder.search({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.nativeEvent.isComposing) return;
          event.preventDefault();
          finder.step(event.shiftKey ? -1 : 1);
        }}
      />
      <div className="find-tools">
        <IconButton
          icon={CaseSensitive}
          label="Match case"
          shortcut={useShortcut('find.matchCase')}
          pressed={query.matchCase}
          small
          onClick={() => finder.search({ matchCase: !query.matchCase })}
        />
        <IconButton
          icon={WholeWord}
          label="Whole words"
          shortcut={useShortcut('find.wholeWords')}
          pressed={query.wholeWords}
          small
          onClick={() => finder.search({ wholeWords: !query.wholeWords })}
        />
        <IconButton
          icon={Regex}
          label="Regular expression"
          shortcut={useShortcut('find.regex')}
          pressed={query.regex}
          small
          onClick={() => finder.search({ regex: !query.regex })}
        />
      </div>
      <div className="find-tools">
        <IconButton
          icon={ChevronUp}
          label="Previous hit"
          shortcut={useShortcut('find.previous')}
          disabled={none}
          small
          onClick={() => finder.step(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next hit"
          shortcut={useShortcut('find.next')}
          disabled={none}
          small
          onClick={() => finder.step(1)}
        />
        <IconButton
          icon={Highlighter}
          label="Highlight every hit"
          shortcut={useShortcut('find.markAll')}
          disabled={none || !canChangeProject()}
          small
          onClick={() => void markAllHits(finder)}
        />
      </div>
      <span className="find-count" aria-busy={found.state === 'searching'}>
        {hitWords(hits, found)}
      </span>
      <span className="find-close">
        <IconButton
          icon={X}
          label="Close"
          shortcut={useShortcut('find.close')}
          small
          onClick={() => finder.close()}
        />
      </span>
      {problem !== null && (
        <p className="find-problem" id="find-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
