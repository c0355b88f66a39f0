// What electron-builder needs to know to pack the app: names, icons, the .brief file type, fuses, and that only dist/ ships.

/** The fuses of safety.md: what the packed program can no longer be talked into. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'app.chancery.desktop',
  productName: 'Chancery',
  copyright: 'Copyright © the authors of Chancery. MIT License.',
  directories: { output: 'release', buildResources: 'build' },
  // Everything is bundled into dist/; the command line runs from a checkout only (decisions.md).
  files: ['dist/main.js', 'dist/preload.cjs', 'dist/icon.png', 'dist/renderer/**/*', 'package.json', '!node_modules'],
  asar: true,
  npmRebuild: false,
  electronLanguages: ['en-GB', 'en-US'],
  electronFuses: FUSES,
  publish: null,
  fileAssociations: [
    {
      ext: 'brief',
      name: 'Chancery briefing',
      description: 'Briefing with its sources',
      mimeType: 'application/vnd.chancery.brief+zip',
      role: 'Editor',
    },
  ],
  linux: {
    target: ['dir'],
    executableName: 'chancery',
    icon: 'build/icons',
    category: 'Office',
    synopsis: 'Briefing notes traced to their sources',
    description: 'Offline desktop editor for briefing notes: every quotation and every figure traced to its source.',
  },
  win: { target: ['dir'], icon: 'build/icons/256x256.png' },
  mac: {
    target: ['dir'],
    icon: 'build/icons/1024x1024.png',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
  },
};

export default config;
