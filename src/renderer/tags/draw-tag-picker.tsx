import type { ReactNode } from 'react';
import { TagPicker, type TagTarget } from './TagPicker.tsx';

/** Draws the picker for a dialog. */
export function drawTagPicker(target: TagTarget, close: () => void): ReactNode {
  return <TagPicker target={target} onClose={close} />;
}
