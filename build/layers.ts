// THE TABLE: which folder may import which, and which packages. tests/architecture/layers.test.ts keeps it.

export interface Layer {
  /** Folder or file, from the top of the repository. The longest that fits a file is the file's layer. */
  readonly path: string;
  /** Folders or files it may import, besides itself. */
  readonly imports: readonly string[];
  /** Packages it may import; `node:*` stands for Node's own. */
  readonly packages: readonly string[];
}

const core = ['shared/base', 'shared/text', 'shared/article', 'shared/facts', 'shared/briefing', 'shared/check'];

const prosemirror = [
  'prosemirror-commands',
  'prosemirror-dropcursor',
  'prosemirror-gapcursor',
  'prosemirror-history',
  'prosemirror-inputrules',
  'prosemirror-keymap',
  'prosemirror-model',
  'prosemirror-schema-list',
  'prosemirror-state',
  'prosemirror-tables',
  'prosemirror-transform',
  'prosemirror-view',
];

export const LAYERS: readonly Layer[] = [
  { path: 'shared/base', imports: [], packages: ['zod', '@noble/hashes'] },
  { path: 'shared/text', imports: ['shared/base'], packages: ['diff'] },
  { path: 'shared/article', imports: ['shared/base', 'shared/text'], packages: ['jschardet'] },
  { path: 'shared/facts', imports: ['shared/base', 'shared/text', 'shared/article'], packages: [] },
  {
    path: 'shared/briefing',
    imports: ['shared/base', 'shared/text', 'shared/article', 'shared/facts'],
    packages: ['prosemirror-model'],
  },
  {
    path: 'shared/check',
    imports: ['shared/base', 'shared/text', 'shared/article', 'shared/facts', 'shared/briefing'],
    packages: ['prosemirror-model'],
  },
  {
    path: 'shared/file',
    imports: ['shared/base', 'shared/article', 'shared/facts', 'shared/briefing'],
    packages: ['prosemirror-model', 'fflate'],
  },
  { path: 'shared/ooxml', imports: ['shared/base', 'shared/file'], packages: ['saxes'] },
  {
    path: 'shared/export',
    imports: [...core, 'shared/ooxml', 'shared/printPage.ts'],
    packages: ['docx', 'fflate', 'prosemirror-model'],
  },
  {
    path: 'shared/sent',
    imports: [...core, 'shared/file', 'shared/export', 'shared/ooxml'],
    packages: ['prosemirror-model'],
  },
  { path: 'shared/printPage.ts', imports: [], packages: [] },
  { path: 'shared/platform.ts', imports: ['shared/base', 'shared/commands.ts', 'shared/printPage.ts'], packages: [] },
  { path: 'shared/commands.ts', imports: [], packages: [] },

  {
    path: 'renderer/worker',
    imports: [...core, 'shared/file', 'shared/export', 'shared/printPage.ts'],
    packages: ['prosemirror-model'],
  },
  {
    path: 'renderer/editor',
    imports: [...core, 'shared/commands.ts', 'renderer/ui'],
    packages: [...prosemirror, '@observablehq/plot'],
  },
  {
    path: 'renderer/ui',
    imports: ['shared/base', 'shared/commands.ts'],
    packages: ['react', 'react-dom', 'lucide-react', '@tanstack/react-virtual'],
  },
  {
    path: 'renderer',
    imports: [
      ...core,
      'shared/file',
      'shared/printPage.ts',
      'shared/platform.ts',
      'shared/commands.ts',
      'renderer/editor',
      'renderer/ui',
      'renderer/worker',
    ],
    packages: ['react', 'react-dom', 'prosemirror-model'],
  },

  {
    path: 'electron',
    imports: ['shared/base', 'shared/platform.ts', 'shared/commands.ts', 'shared/printPage.ts'],
    packages: ['electron', 'node:*', '@noble/hashes'],
  },
  { path: 'electron/cli.ts', imports: [...core, 'shared/file', 'shared/export', 'electron'], packages: ['node:*'] },
  {
    path: 'electron/cliWrite.ts',
    imports: ['shared/base', 'shared/briefing', 'shared/export', 'shared/file', 'electron'],
    packages: ['node:*'],
  },
  {
    path: 'electron/cliPdf.ts',
    imports: ['shared/base', 'shared/briefing', 'shared/export', 'shared/printPage.ts', 'electron'],
    packages: ['node:*'],
  },
  { path: 'electron/cliChoices.ts', imports: ['shared/briefing'], packages: [] },
  { path: 'electron/cliLength.ts', imports: ['shared/briefing', 'shared/export'], packages: [] },
  { path: 'electron/cliStyles.ts', imports: ['shared/base', 'shared/export'], packages: [] },
  { path: 'electron/cliCheck.ts', imports: [...core, 'shared/file', 'shared/sent'], packages: [] },
];

/** Folders that nobody may import, and that may import anything. */
export const FREE = ['build', 'tests'] as const;
