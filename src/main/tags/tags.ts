import { AttestError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/method-table.ts';
import type { TagRow, TagsApi } from '../../shared/contract/tags.ts';
import type { TagId } from '../../shared/domain/ids.ts';
import type { Tag } from '../../shared/domain/tags/tag.ts';
import {
  comparePaths,
  pathNames,
  tagPaths,
  withDescendants,
} from '../../shared/domain/tags/tag-paths.ts';
import { recordStores } from '../database/record-stores.ts';
import type { ServiceContext } from '../service-context.ts';
import { tagOfPath } from './make-tags.ts';
import { mergeTags, replaceTag } from './merge-tags.ts';
import { allTags, childTag, tagCounts, tagWithKey } from './tags-store.ts';

/** The tag tree. */
export function createTags(context: ServiceContext): Handlers<TagsApi> {
  const { db, changes } = context;

  function tagOrFail(tagId: TagId): Tag {
    const tag = recordStores.tag.get(db, tagId);
    if (tag === null) {
      throw new AttestError(
        'not-found',
        'That tag is not in this project any more. Nothing was changed.',
      );
    }
    return tag;
  }

  function tree(): TagRow[] {
    const tags = allTags(db);
    const paths = tagPaths(tags);
    const counts = new Map(tagCounts(context.seen()).map((row) => [row.tagId, row]));
    return tags
      .map((tag) => ({
        ...tag,
        path: paths.get(tag.id) ?? tag.name,
        highlights: counts.get(tag.id)?.highlights ?? 0,
        claims: counts.get(tag.id)?.claims ?? 0,
      }))
      .sort((a, b) => comparePaths(a.path, b.path));
  }

  function row(tagId: TagId): TagRow {
    const found = tree().find((tag) => tag.id === tagId);
    if (found === undefined)
      throw new AttestError('not-found', 'That tag is not in this project any more.');
    return found;
  }

  function refuseTwin(parentId: TagId | null, name: string, self: TagId): void {
    const twin = childTag(db, parentId, name);
    if (twin !== null && twin.id !== self) {
      throw new AttestError(
        'exists',
        `There is already a tag “${name}” there. Nothing was changed. Merge the two, or choose another name.`,
      );
    }
  }

  return {
    tree,
    create({ path, colour }) {
      const names = pathNames(path);
      if (names.length === 0) {
        throw new AttestError('invalid-input', 'A tag needs a name. Nothing was changed.');
      }
      const tag = changes.record(`Tag “${names.join('/')}”`, (draft) =>
        tagOfPath(db, draft, names, context.newId, colour),
      );
      return row(tag.id);
    },
    edit({ tagId, patch }) {
      const before = tagOrFail(tagId);
      const tag = { ...before, ...patch };
      refuseTwin(tag.parentId, tag.name, tagId);
      const other = patch.key ? tagWithKey(db, patch.key) : null;
      changes.record(`Change the tag “${tag.name}”`, (draft) => {
        if (other !== null && other.id !== tagId) draft.put('tag', { ...other, key: null });
        draft.put('tag', { ...tag, description: tag.description || null });
      });
      return row(tagId);
    },
    move({ tagId, parentId }) {
      const tag = tagOrFail(tagId);
      if (parentId !== null && withDescendants(allTags(db), tagId).has(tagOrFail(parentId).id)) {
        throw new AttestError(
          'invalid-input',
          'A tag cannot be moved below itself. Nothing was changed.',
        );
      }
      refuseTwin(parentId, tag.name, tagId);
      changes.record(`Move the tag “${tag.name}”`, (draft) =>
        draft.put('tag', { ...tag, parentId }),
      );
      return row(tagId);
    },
    merge({ fromTagId, intoTagId }) {
      const from = tagOrFail(fromTagId);
      const into = tagOrFail(intoTagId);
      if (withDescendants(allTags(db), from.id).has(into.id)) {
        throw new AttestError(
          'invalid-input',
          'A tag cannot be merged into itself or into one below it. Nothing was changed.',
        );
      }
      changes.record(`Merge the tag “${from.name}” into “${into.name}”`, (draft) =>
        mergeTags(db, draft, from, into),
      );
      return row(into.id);
    },
    remove({ tagId }) {
      const tag = tagOrFail(tagId);
      const tags = allTags(db);
      const going = withDescendants(tags, tagId);
      changes.record(`Remove the tag “${tag.name}”`, (draft) => {
        for (const id of going) replaceTag(db, draft, id, null);
        for (const id of going) draft.remove('tag', id);
      });
      return null;
    },
  };
}
