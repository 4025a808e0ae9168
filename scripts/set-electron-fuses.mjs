import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

// Started with the path of an Electron executable, on the project's Node.
await flipFuses(String(process.argv[2]), {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
