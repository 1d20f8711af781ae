import type { Texts } from './mail-texts.template.js';
import { minutesWords } from './words.template.js';

type ReferralTexts = Pick<Texts, 'referral-review'>;

/** Reminders inside one practice. Whoever reads the region's mails reads no figure and no name here. */
export const REFERRAL_TEXTS: { nl: ReferralTexts; en: ReferralTexts } = {
  nl: {
    'referral-review': (p, links) =>
      p.about === 'action'
        ? {
            subject: `Vandaag: een actie uit de verwijsbespreking van ${p.practice}`,
            lines: ['Vandaag is een actie van u aan de beurt. Vink haar af, of geef haar een nieuwe datum.'],
            button: { label: 'Naar de acties', path: '/verwijzingen/acties' },
          }
        : {
            subject: `Vandaag om ${(p.time ?? '').replace(':', '.')} uur: verwijsbespreking ${p.practice}`,
            lines: ['De verwijzingen van deze week staan klaar. Kijkt u even mee met uw collega’s?'],
            button: { label: 'Meekijken', path: links.task(p.taskLinkId ?? '') },
            note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}.`,
            after: ['Wat u invult blijft binnen uw praktijk.'],
          },
  },
  en: {
    'referral-review': (p, links) =>
      p.about === 'action'
        ? {
            subject: `Today: an action from the referral review of ${p.practice}`,
            lines: ['One of your actions is due today. Tick it off, or give it another date.'],
            button: { label: 'To the actions', path: '/verwijzingen/acties' },
          }
        : {
            subject: `Today at ${p.time}: referral review of ${p.practice}`,
            lines: ['This week’s referrals are ready. Will you have a look with your colleagues?'],
            button: { label: 'Have a look', path: links.task(p.taskLinkId ?? '') },
            note: `This takes about ${minutesWords(p.minutes, 'en')}.`,
            after: ['What you fill in stays inside your practice.'],
          },
  },
};
