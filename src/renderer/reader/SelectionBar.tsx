import { Highlighter, ListPlus, MessageSquareQuote, Plus, Tag } from 'lucide-react';
import { useEffect, useState } from 'react';
import { canChangeProject } from '../app/commands/has-project.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { useMarkChosenIn } from '../app/readers.ts';
import { useWorkspace, type ReaderId } from '../app/workspace.ts';
import type { IconType } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useDrawnIn, type ActiveReader } from './active-reader.ts';

/** What can be done with words that were selected with the pointer, beside them. Keyboards have shortcuts for all of it. */
export function SelectionBar({ readerId }: { readonly readerId: ReaderId }) {
  const active = useDrawnIn(readerId);
  const selection = useWorkspace((state) => (state.readerId === readerId ? state.selection : null));
  const place = useBarPlace(active, selection?.spans[0]?.[0] ?? null);
  const chosenId = useMarkChosenIn(readerId);
  if (place === null || !canChangeProject()) return null;
  return (
    <div className="reader-selection-bar" role="toolbar" aria-label="Selected words" style={place}>
      <BarButton id="highlight.create" label="Highlight" icon={Highlighter} />
      <BarButton id="highlight.claim" label="Claim" icon={MessageSquareQuote} />
      <BarButton id="highlight.mention" label="Mention of a claim" icon={Plus} />
      <BarButton id="tag.pick" label="Tag" icon={Tag} />
      {chosenId !== null && (
        <BarButton id="highlight.addSpan" label="Add to the mark" icon={ListPlus} />
      )}
    </div>
  );
}

function BarButton({
  id,
  label,
  icon,
}: {
  readonly id: string;
  readonly label: string;
  readonly icon: IconType;
}) {
  return (
    <IconButton
      icon={icon}
      label={label}
      shortcut={useShortcut(id)}
      small
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void runCommandById(id)}
    />
  );
}

interface BarPlace {
  readonly left: number;
  readonly top: number;
}

/** Where the bar stands: above the start of the selection, once the pointer was let go. */
function useBarPlace(active: ActiveReader | null, start: number | null): BarPlace | null {
  const [place, setPlace] = useState<BarPlace | null>(null);
  const selected = start !== null;
  useEffect(() => {
    if (active === null || !selected) return undefined;
    const show = (): void => {
      // The selection is settled only after the event.
      setTimeout(() => {
        const span = active.view.selection();
        const box = span && active.view.geometry.boxOf(span[0]);
        if (!box) return;
        const left = Math.max(8, Math.min(box.left, window.innerWidth - 180));
        setPlace({ left, top: box.top > 120 ? box.top - 44 : box.bottom + 36 });
      });
    };
    const hide = (): void => setPlace(null);
    const { root } = active.view;
    const scroller = root.closest('.reader-scroller');
    window.addEventListener('pointerup', show);
    root.addEventListener('pointerdown', hide);
    root.addEventListener('keydown', hide);
    scroller?.addEventListener('scroll', hide, { passive: true });
    return () => {
      window.removeEventListener('pointerup', show);
      root.removeEventListener('pointerdown', hide);
      root.removeEventListener('keydown', hide);
      scroller?.removeEventListener('scroll', hide);
      hide();
    };
  }, [active, selected]);
  return selected ? place : null;
}
