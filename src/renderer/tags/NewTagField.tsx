import { useState, type FormEvent } from 'react';
import type { TagRow } from '../../shared/contract/tags.ts';
import { api } from '../app/connect.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './NewTagField.module.css';
import { tidyPath } from './tag-tree-form.ts';

/** Makes a tag from a typed path; tags above it are made where they are missing. */
export function NewTagField({
  parent,
  onMade,
}: {
  /** The chosen tag, below which a path that begins with a slash goes. */
  readonly parent: TagRow | null;
  readonly onMade: (tag: TagRow) => void;
}) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    const below = text.trim().startsWith('/') && parent !== null ? `${parent.path}/` : '';
    const path = tidyPath(`${below}${text}`);
    if (path === '') return;
    try {
      onMade(await api.tags.create({ path }));
      setText('');
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void make(event)}>
      <TextInput
        small
        label="New tag"
        hideLabel
        placeholder={
          parent ? 'New tag, or /below the chosen one' : 'New tag, such as arms/transfers'
        }
        error={problem}
        value={text}
        onText={setText}
      />
      <Button small type="submit" disabled={tidyPath(text) === ''}>
        Add tag
      </Button>
    </form>
  );
}
