import { z } from 'zod';
import type { Call } from '../../shared/contract/transport.ts';

const withPath = z.object({ path: z.string() });
const recents = z.array(withPath);
const state = z.object({ project: withPath.nullable() });

/** Paths in an answer of the core; what the core itself names, a window may name in return. */
export function pathsTold({ domain, method }: Call, value: unknown): readonly string[] {
  switch (`${domain}.${method}`) {
    case 'projects.recent':
      return (recents.safeParse(value).data ?? []).map(({ path }) => path);
    case 'projects.state':
      return pathsOf(state.safeParse(value).data?.project);
    case 'projects.open':
    case 'projects.create':
    case 'projects.createSample':
    case 'project.info':
    case 'project.backup':
      return pathsOf(withPath.safeParse(value).data);
    default:
      return [];
  }
}

function pathsOf(named: { readonly path: string } | null | undefined): readonly string[] {
  return named ? [named.path] : [];
}
