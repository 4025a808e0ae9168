import { ensureBuild } from './build-output.mjs';
import { checkoutRoot, projectEnvironment } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay, howToGetADisplay } from './display.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { orExplain, runCommand, say, SetupError } from './run-command.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

// `npm start [-- PROJECT]`: sets up what is missing, builds what changed, and opens the window.
process.exitCode = await orExplain(async () => {
  await ensureDependencies();
  const runtime = await ensureElectronRuntime();
  await ensureSystemLibraries(runtime.executablePath, { virtualDisplay: !hasDisplay() });
  if ((await ensureBuild()) !== 0) throw new SetupError('The build failed, see above.');
  if (!hasDisplay()) throw new SetupError(howToGetADisplay);
  if (!runtime.chromiumSandbox && process.getuid?.() !== 0) {
    say('Chromium has no sandbox here (neither user namespaces nor its helper can be used).');
  }
  return runCommand(
    runtime.executablePath,
    [...runtime.arguments, checkoutRoot, ...process.argv.slice(2)],
    { env: projectEnvironment() },
  );
});
