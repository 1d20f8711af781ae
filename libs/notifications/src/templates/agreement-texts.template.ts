import type { Language } from '#libs/contracts';
import type { MailLinks, Texts } from './mail-texts.template.js';
import type { MailParams } from './template-params.template.js';
import { dateTimeWords } from './words.template.js';

type AgreementTexts = Pick<Texts, 'agreement-accept' | 'meeting-pack'>;

const agreementPath = ({ taskLinkId, groupId }: MailParams['agreement-accept'], links: MailLinks): string =>
  taskLinkId === null ? `/intervisie/groepen/${groupId}` : links.task(taskLinkId);

/** Mails about what a group agrees on, and the pack of its leader. */
export const AGREEMENT_TEXTS: Record<Language, AgreementTexts> = {
  nl: {
    'agreement-accept': (p, links) => ({
      subject: `Gaat ${p.practice} akkoord? Afspraken van ${p.group}`,
      lines: [
        p.because === 'joined'
          ? `Er is een praktijk bij gekomen in ${p.group}. Daarom vragen wij iedereen opnieuw akkoord te gaan.`
          : `${p.group} heeft afspraken gemaakt over hoe u met elkaar praat. Ze gelden als elke praktijk akkoord is.`,
      ],
      button: { label: 'Lees de afspraken', path: agreementPath(p, links) },
      note: 'Dit kost ongeveer 2 minuten.',
      after: ['Wilt u iets anders? U kunt de afspraken zelf aanpassen.'],
    }),
    'meeting-pack': (p) => ({
      subject: `Bereid ${p.group} voor: bijeenkomst op ${dateTimeWords(p.startsAt, 'nl')}`,
      lines: [
        'U leidt deze bijeenkomst. Alles staat op één pagina klaar: wie er komt, wat is afgesproken, het thema, de cijfers en een draaiboek.',
      ],
      facts: [['Bijeenkomst', p.title]],
      button: { label: 'Open de voorbereiding', path: `/bijeenkomst/${p.meetingId}/voorbereiding` },
      note: 'Dit kost ongeveer 10 minuten. U kunt alles ook afdrukken.',
    }),
  },
  en: {
    'agreement-accept': (p, links) => ({
      subject: `Does ${p.practice} accept? Agreement of ${p.group}`,
      lines: [
        p.because === 'joined'
          ? `A practice joined ${p.group}. That is why everybody is asked to accept again.`
          : `${p.group} agreed on how to talk with each other. It holds when every practice accepts.`,
      ],
      button: { label: 'Read the agreement', path: agreementPath(p, links) },
      note: 'This takes about 2 minutes.',
      after: ['Want something else? You can change the agreement yourself.'],
    }),
    'meeting-pack': (p) => ({
      subject: `Prepare ${p.group}: meeting on ${dateTimeWords(p.startsAt, 'en')}`,
      lines: [
        'You lead this meeting. Everything is ready on one page: who comes, what was agreed, the theme, the figures and a script.',
      ],
      facts: [['Meeting', p.title]],
      button: { label: 'Open the preparation', path: `/bijeenkomst/${p.meetingId}/voorbereiding` },
      note: 'This takes about 10 minutes. You can also print everything.',
    }),
  },
};
