import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-dev-shm-usage',
  '--headless=shell',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = 'test-output/journeys';

/** A real Chromium can run here: the one of the npm package on Linux x64, or the one that CHROMIUM_PATH names. */
export const hasBrowser =
  (process.platform === 'linux' && process.arch === 'x64') || existsSync(process.env.CHROMIUM_PATH ?? '');
if (!hasBrowser)
  process.stderr.write('Browser journeys skipped: set CHROMIUM_PATH to a Chromium on this machine.\n');

export async function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM_PATH ?? (await (await import('@sparticuz/chromium')).default.executablePath());
  return chromium.launch({ executablePath, args: FLAGS, chromiumSandbox: false, headless: true });
}

/** One person at a screen: clicks are counted, the accessibility of what is seen can be asked for. */
export class Visitor {
  clicks = 0;
  /** Errors of the page's own scripts and policy violations: a journey ends with none. */
  readonly complaints: string[] = [];
  /** What the page asked and has no answer to yet. */
  private readonly waiting = new Set<Request>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      // an answer of 4xx and a network that is away are part of some stories and are reported by the browser too
      if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()))
        this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const call = ['fetch', 'xhr'].includes(request.resourceType());
      if (call && !request.url().includes('/socket.io/')) this.waiting.add(request);
    });
    // not "requestfinished": that never comes for an answer whose body nobody reads
    page.on('response', (response) => this.waiting.delete(response.request()));
    page.on('requestfailed', (request) => this.waiting.delete(request));
  }

  static async arrive(
    browser: Browser,
    url: string,
    options: {
      width?: number;
      height?: number;
      language?: 'nl-NL' | 'en-GB';
      scheme?: 'light' | 'dark';
    } = {},
  ): Promise<Visitor> {
    const { width = 1440, height = 900, language = 'nl-NL', scheme = 'light' } = options;
    const phone = width < 600;
    const context = await browser.newContext({
      viewport: { width, height },
      locale: language,
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
      colorScheme: scheme,
      isMobile: phone,
      hasTouch: phone,
      acceptDownloads: true,
    });
    context.setDefaultTimeout(30_000);
    return new Visitor(context, await context.newPage(), url);
  }

  /** Opens a path as a link in a mail does; not a click of the story. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks += 1;
  }

  /** A key of the keyboard; Enter and Space do what a click does and count as one. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    if (key === 'Enter' || key === 'Space') this.clicks += 1;
  }

  /** Tabs on, as somebody without a mouse does, until this has the focus. @throws after 150 stops. */
  async tabTo(target: Locator): Promise<void> {
    for (let stop = 0; stop < 150; stop++) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${String(target)}.`);
  }

  /** Like `tabTo` for one of several radios: Tab stops once for all of them. */
  async tabToGroup(radio: Locator): Promise<void> {
    for (let stop = 0; stop < 150; stop++) {
      const reached = await radio.evaluate(
        (node) =>
          node instanceof HTMLInputElement &&
          document.activeElement instanceof HTMLInputElement &&
          document.activeElement.name === node.name,
      );
      if (reached) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${String(radio)}.`);
  }

  /**
   * The page is drawn: what it asked for is there, what was pressed is answered, and no skeleton or busy button is left. "networkidle"
   * says only that a page once was: it is not told what the page asks later.
   */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.drawn();
    for (let quiet = 0, tries = 0; quiet < 2; tries++) {
      if (tries > 600)
        throw new Error(
          `${this.page.url()} waits for ${[...this.waiting].map((request) => request.url()).join(', ')}`,
        );
      quiet = this.waiting.size === 0 ? quiet + 1 : 0;
      await this.page.waitForTimeout(50);
    }
    await this.drawn();
  }

  private async drawn(): Promise<void> {
    await this.page
      .waitForFunction(
        () =>
          document.querySelector('main, h1') && !document.querySelector('[aria-busy="true"], [data-loading]'),
      )
      .catch(async (error: unknown) => {
        const busy = await this.page.evaluate(
          () =>
            document.querySelector('[aria-busy="true"], [data-loading]')?.outerHTML.slice(0, 300) ??
            'nothing',
        );
        throw new Error(`${this.page.url()} never settles: ${busy}`, { cause: error });
      });
  }

  /** What a story took since the last time this was asked. */
  clicksSince(before: number): number {
    return this.clicks - before;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  /**
   * Violations of WCAG 2.2 AA that axe finds in what is on the screen, one line per rule. What it finds has to stand a moment later too:
   * a button that just came within reach is for one frame drawn as it was.
   * @param rules only these
   */
  async violations(rules?: string[]): Promise<string[]> {
    const found = await this.look(rules);
    if (found.length === 0) return found;
    await this.page.waitForTimeout(500);
    return this.look(rules);
  }

  private async look(rules?: string[]): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(AXE);
    return this.page.evaluate(async (only) => {
      interface Finding {
        id: string;
        nodes: { target: string[]; html: string; failureSummary?: string }[];
      }
      const { axe } = window as unknown as {
        axe: { run(node: Document, options: unknown): Promise<{ violations: Finding[] }> };
      };
      const { violations } = await axe.run(document, {
        runOnly: only ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations'], // every rule is tried; only what fails is described node by node
      });
      return violations.map(({ id, nodes }) => {
        const [first] = nodes;
        const where = `${first?.target.join(' ')} ${first?.html.slice(0, 200)}`;
        return `${id}, ${nodes.length} times, first: ${where} ${first?.failureSummary ?? ''}`;
      });
    }, rules);
  }

  /** How many pixels the page is wider than the window: 0 when it fits. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
  }

  /** Buttons that touch the one beside them, and words of a button or link that are cut off. */
  async cramped(): Promise<string[]> {
    return this.page.evaluate(() => {
      const shown = (node: Element): boolean => node.checkVisibility({ visibilityProperty: true });
      const said = (node: Element): string =>
        (node.textContent || node.getAttribute('aria-label') || node.tagName).slice(0, 40);
      const drawn = (node: Element): boolean => {
        const { borderTopWidth, borderTopColor, backgroundColor, position } = getComputedStyle(node);
        const nothing = 'rgba(0, 0, 0, 0)';
        const boxed = (borderTopWidth !== '0px' && borderTopColor !== nothing) || backgroundColor !== nothing;
        return boxed && (position === 'static' || position === 'relative');
      };
      const found: string[] = [];
      for (const node of document.querySelectorAll('button, a')) {
        if (!shown(node)) continue;
        const next = node.closest('.mantine-ButtonGroup-group')
          ? null // joined on purpose
          : node.nextElementSibling;
        if (next?.matches('button, a') && shown(next) && drawn(node) && drawn(next)) {
          const [a, b] = [node.getBoundingClientRect(), next.getBoundingClientRect()];
          const apart = Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom);
          if (apart < 2) found.push(`"${said(node)}" touches "${said(next)}"`);
        }
        for (const part of [node, ...node.querySelectorAll('*')]) {
          const { overflowX, textOverflow } = getComputedStyle(part);
          const hides = overflowX !== 'visible' && textOverflow !== 'ellipsis' && part.clientWidth > 1;
          if (hides && part.scrollWidth > part.clientWidth + 2) found.push(`"${said(node)}" is cut off`);
        }
      }
      return found;
    });
  }

  /** All that is wrong with what is on the screen: what axe finds, too wide, cramped. */
  async faults(): Promise<string[]> {
    const wide = await this.overflow();
    return [
      ...(await this.violations()),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
      ...(await this.cramped()),
    ];
  }

  async picture(name: string, options: { whole?: boolean } = {}): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: options.whole ?? false });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
