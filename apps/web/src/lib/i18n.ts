import i18next from 'i18next';
import { useTranslation, initReactI18next } from 'react-i18next';
import type { Language, Words } from '#libs/contracts';
import { type Format, formatIn } from './format';

export const LANGUAGES: readonly Language[] = ['nl', 'en'];
const STORED = 'leerkring.language';

/** What the frame needs on every page; a feature's words come with its page. */
const FRAME = ['app', 'components', 'problems'] as const;
const catalogues = import.meta.glob<{ default: Record<string, string> }>('../i18n/*/*.json');

/** Starts the translations with the words of the frame; call once, before the first render. */
export async function startI18n(): Promise<void> {
  await i18next
    .use({
      type: 'backend',
      init: () => {},
      read: (language: string, namespace: string, done: (error: unknown, words: unknown) => void) => {
        const load = catalogues[`../i18n/${language}/${namespace}.json`];
        if (!load) return done(new Error(`No words: ${language}/${namespace}`), null);
        load().then(
          (module) => done(null, module.default),
          (error: unknown) => done(error, null),
        );
      },
    })
    .use(initReactI18next)
    .init({
      lng: storedLanguage(),
      supportedLngs: [...LANGUAGES],
      fallbackLng: 'nl',
      // Only the language in use is loaded: both catalogues are complete, a test says so.
      partialBundledLanguages: true,
      load: 'currentOnly',
      ns: [...FRAME],
      defaultNS: 'app',
      keySeparator: false,
      nsSeparator: ':',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  markLanguage(i18next.language);
  i18next.on('languageChanged', markLanguage);
}

/** Changes the language of the screen, and remembers it for the sign-in page. */
export async function switchLanguage(language: Language): Promise<void> {
  remember(language);
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

/**
 * The language of somebody without an account, as the server knows it; not remembered, and not used on a device where a
 * language was chosen before.
 */
export async function suggestLanguage(language: Language): Promise<void> {
  if (!rememberedLanguage() && i18next.language !== language) await i18next.changeLanguage(language);
}

/** Loads the words of a page beside its code, so that the page does not wait twice. */
export function loadWords(namespaces: readonly string[]): Promise<unknown> {
  return namespaces.length > 0 ? i18next.loadNamespaces([...namespaces]) : Promise.resolve();
}

/** The language of the screen. */
export function useLanguage(): Language {
  return useTranslation('app').i18n.language === 'en' ? 'en' : 'nl';
}

/** Dates and numbers in the language of the screen. */
export function useFormat(): Format {
  return formatIn(useLanguage());
}

/** Picks the text that the server sent in both languages. */
export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return (words) => words[language];
}

function markLanguage(language: string): void {
  document.documentElement.lang = language;
}

function storedLanguage(): Language {
  return rememberedLanguage() === 'en' ? 'en' : 'nl';
}

function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language until the page closes.
  }
}
