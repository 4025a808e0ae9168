import { useQuery } from '@tanstack/react-query';
import { api } from './connect.ts';
import { notifyError } from './overlays.ts';
import { queryClient, read } from './queries.ts';

/** A value that JSON can hold. */
export type SettingValue =
  | string
  | number
  | boolean
  | null
  | readonly SettingValue[]
  | { readonly [name: string]: SettingValue };

/** A setting of the application: its key, and what makes a usable value of whatever is stored (undefined: never set). */
export interface Setting<T extends SettingValue> {
  readonly key: string;
  readonly parse: (stored: unknown) => T;
}

/** Follows a setting; the value of `parse(null)` until it is known. */
export function useSetting<T extends SettingValue>(setting: Setting<T>): T {
  const { data } = useQuery(read('projects', 'getSetting', { key: setting.key }));
  return setting.parse(data ?? null);
}

/** A setting as far as this window knows it. */
export function settingNow<T extends SettingValue>(setting: Setting<T>): T {
  const { queryKey } = read('projects', 'getSetting', { key: setting.key });
  return setting.parse(queryClient.getQueryData(queryKey) ?? null);
}

/** Reads a setting from where it is kept. */
export async function loadSetting<T extends SettingValue>(setting: Setting<T>): Promise<T> {
  const stored = await queryClient.fetchQuery(read('projects', 'getSetting', { key: setting.key }));
  return setting.parse(stored);
}

/** Shows a new value at once and keeps it. */
export function saveSetting<T extends SettingValue>(setting: Setting<T>, value: T): void {
  const { queryKey } = read('projects', 'getSetting', { key: setting.key });
  queryClient.setQueryData(queryKey, value);
  api.projects.setSetting({ key: setting.key, value: value as never }).catch(notifyError);
}
