import { hasCommand } from './run-command.mjs';

/** Whether a window can be shown to a person here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** What to do where there is no display. */
export const howToGetADisplay = [
  'Attest is ready, but there is no display to show its window on (DISPLAY is not set).',
  'Start it in a desktop session, or over a connection that forwards windows (ssh -X), or where',
  'nobody needs to see it:  xvfb-run -a npm start',
].join('\n');

/**
 * A command line that runs a program with a virtual display of its own: windows of tests neither
 * need a screen nor take the focus of one. Where Xvfb does not exist the real display is used.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ command: string, args: readonly string[] }}
 */
export function onVirtualDisplay(command, args) {
  if (process.platform !== 'linux' || !hasCommand('xvfb-run')) return { command, args };
  return {
    command: 'xvfb-run',
    args: ['-a', '-s', '-screen 0 2560x1440x24 -nolisten tcp', command, ...args],
  };
}

/** The environment for `onVirtualDisplay`: no Wayland, which would be preferred to the virtual X. */
export function virtualDisplayEnvironment(/** @type {NodeJS.ProcessEnv} */ environment) {
  if (process.platform !== 'linux' || !hasCommand('xvfb-run')) return environment;
  const { WAYLAND_DISPLAY: _display, XDG_SESSION_TYPE: _type, ...rest } = environment;
  return rest;
}
