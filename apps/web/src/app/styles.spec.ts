import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '..');
const sheets = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles/baseline.css'));
/** Components that are made of others: the sheets they need beside one of their own name. */
const PARTS: Record<string, string[]> = {
  Autocomplete: ['Combobox', 'Popover', 'ScrollArea'],
  Checkbox: ['Checkbox', 'InlineInput'],
  Combobox: ['Combobox', 'Popover', 'ScrollArea'],
  Drawer: ['Drawer', 'ModalBase', 'Overlay', 'Paper', 'ScrollArea'],
  FileInput: ['Input'],
  Menu: ['Menu', 'Popover'],
  Modal: ['Modal', 'ModalBase', 'Overlay', 'Paper', 'ScrollArea'],
  MultiSelect: ['Combobox', 'Popover', 'ScrollArea', 'PillsInput', 'Pill'],
  NativeSelect: ['Input'],
  PasswordInput: ['PasswordInput', 'Input'],
  Radio: ['Radio', 'InlineInput'],
  SegmentedControl: ['SegmentedControl', 'FloatingIndicator'],
  Select: ['Combobox', 'Popover', 'ScrollArea'],
  Switch: ['Switch', 'InlineInput'],
  Tabs: ['Tabs', 'FloatingIndicator'],
  TagsInput: ['Combobox', 'Popover', 'ScrollArea', 'PillsInput', 'Pill'],
};

function read(name: string): string {
  return readFileSync(join(source, name), 'utf8');
}

describe('the styles of Mantine', () => {
  const frame = readFileSync(join(here, 'styles.css'), 'utf8');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );

  it('are loaded by the frame, or by the very file that uses a component', () => {
    const missing = files.flatMap((name) => {
      const code = read(name);
      const imported = code.match(/import \{([^}]*)\} from '@mantine\/core'/s)?.[1] ?? '';
      const components = imported
        .split(',')
        .map((part) => part.trim())
        .filter((part) => /^[A-Z]/.test(part));
      return components.flatMap((component) =>
        [component, ...(PARTS[component] ?? [])]
          .filter((part) => existsSync(join(sheets, `${part}.css`)))
          .filter((part) => !frame.includes(`styles/${part}.css`) && !code.includes(`styles/${part}.css`))
          .map((part) => `${name}: import '@mantine/core/styles/${part}.css'`),
      );
    });
    expect(missing).toEqual([]);
  });

  it('are only sheets that exist', () => {
    const names = [...frame.matchAll(/@mantine\/core\/styles\/([\w-]+\.css)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !existsSync(join(sheets, name)))).toEqual([]);
  });
});
