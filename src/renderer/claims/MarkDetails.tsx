import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { Api } from '../../shared/contract/api.ts';
import type { MarkRow } from '../../shared/contract/highlights.ts';
import { stances, type Stance } from '../../shared/domain/highlights/highlight.ts';
import { ChainEditor } from '../attributions/ChainEditor.tsx';
import { useAttribution } from '../attributions/use-chain.ts';
import { api } from '../app/connect.ts';
import { read } from '../app/queries.ts';
import { openPlace, useWorkspace, workspace } from '../app/workspace.ts';
import { GradeField } from '../grades/GradeField.tsx';
import { openGradeForm } from '../grades/open-grade-form.ts';
import { removeMarks } from '../highlights/mark-actions.ts';
import { AlikeMarks } from '../layers/AlikeMarks.tsx';
import { PartVerdictBox, VerdictBox } from '../reviews/VerdictBox.tsx';
import { TagField } from '../tags/TagField.tsx';
import { Button } from '../ui/Button.tsx';
import { stanceWords } from './claim-words.ts';
import { useFocusWish } from './focus-request.ts';
import { HandlingField } from './HandlingField.tsx';
import styles from './Inspector.module.css';
import { MarkClaim } from './MarkClaim.tsx';
import { pagesOfSpans } from './page-words.ts';
import { SavedSelect } from './SavedSelect.tsx';
import { optionsOf } from '../ui/options-of.ts';
import { SavedText } from './SavedText.tsx';
import { Section } from './Section.tsx';

type MarkPatch = Parameters<Api['highlights']['edit']>[0]['patch'];

/** Everything about one mark, each field saving by itself. */
export function MarkDetails({ mark }: { readonly mark: MarkRow }) {
  const highlightId = mark.id;
  // In the review the keys mean what is looked at there.
  const hasKeys = useWorkspace(({ view }) => view !== 'review');
  const edit = (patch: MarkPatch) => api.highlights.edit({ highlightId, patch });
  const field = (name: string): string => `mark/${highlightId}/${name}`;
  const note = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const grade = useRef<HTMLDivElement>(null);
  useFocusWish('note', () => note.current?.focus());
  useFocusWish('grade', () => openGradeForm(grade.current));
  return (
    <div className={styles.body}>
      <Quote mark={mark} />
      <AlikeMarks mark={mark} />
      <MarkClaim mark={mark} />
      {mark.claimId !== null && (
        <SavedSelect<Stance | ''>
          name={field('stance')}
          label="Stance of the source"
          value={mark.stance ?? ''}
          options={[{ value: '', name: 'Not said' }, ...optionsOf(stances, stanceWords)]}
          onSave={(stance) => edit({ stance: stance === '' ? null : stance })}
        />
      )}
      <Section title="Attribution">
        <ChainEditor highlightId={highlightId} sourceId={mark.sourceId} />
        <AttributionReview mark={mark} />
      </Section>
      <Section title="Tags and note">
        <TagField
          name={field('tags')}
          label="Tags"
          hideLabel
          tagIds={mark.tagIds}
          onSave={(tagIds) => edit({ tagIds })}
        />
        <SavedText
          name={field('note')}
          label="Note"
          lines="many"
          value={mark.note}
          onSave={async (text) => (await edit({ note: text })).note}
          inputRef={(input) => {
            note.current = input;
          }}
        />
      </Section>
      <Section title="Credibility of this mention">
        <div ref={grade}>
          <GradeField targetKind="highlight" targetId={highlightId} />
        </div>
      </Section>
      <VerdictBox target={{ targetKind: 'highlight', targetId: highlightId }} hasKeys={hasKeys} />
      <HandlingField
        name={field('handling')}
        value={mark.handling}
        onSave={async (handling) => (await edit({ handling })).handling}
      />
      <div className={styles.row}>
        <Button small icon={Trash2} onClick={() => void removeMark(mark)}>
          Remove mark
        </Button>
      </div>
    </div>
  );
}

/** What colleagues say of the attribution, once there is one. */
function AttributionReview({ mark }: { readonly mark: MarkRow }) {
  const id = useAttribution(mark.id).data?.attribution.id;
  return id === undefined ? null : (
    <PartVerdictBox
      key={id}
      target={{ targetKind: 'attribution', targetId: id }}
      of="the attribution"
    />
  );
}

function Quote({ mark }: { readonly mark: MarkRow }) {
  const parts = mark.spans.length;
  const pages = usePages(mark);
  return (
    <div>
      <blockquote className={`${styles.quote} ${styles.long}`} dir="auto">
        {mark.quote}
      </blockquote>
      <div className={styles.row}>
        <span className={styles.soft}>
          Characters {mark.spans.map(([start, end]) => `${start}–${end}`).join(', ')}
          {parts > 1 && ` (${parts} parts)`}
          {pages !== '' && `, ${pages}`}
        </span>
        <Button small variant="quiet" onClick={() => openPlace(mark.sourceId, mark.id)}>
          Show in text
        </Button>
      </div>
    </div>
  );
}

/** The pages that the parts of a mark are on; nothing where the source has none, or is not open. */
function usePages({ sourceId, spans }: MarkRow): string {
  // The reader beside has read it; a mark that is looked at elsewhere need not load a whole text.
  const { data } = useQuery({ ...read('sources', 'content', { sourceId }), enabled: false });
  return data === undefined ? '' : pagesOfSpans(data.blocks, spans);
}

async function removeMark(mark: MarkRow): Promise<void> {
  if (!(await removeMarks([mark]))) return;
  if (workspace.get().highlightId === mark.id) workspace.set({ highlightId: null });
}
