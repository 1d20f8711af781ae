import { Anchor } from '@mantine/core';
import { IconHourglass, IconPaperclip, IconPhone, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HandoutView } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { attachmentHref } from './handout-data';
import { type Item, idOf, isUnanswered } from './items';
import { partsOf } from './parts';
import { Linked, RichText } from './rich-text';
import { TimingColumns, TimingMark } from './timing';
import classes from './handout.module.css';

/** The handout as it is read, on the screen and on paper. */
export function Article({ handout }: { handout: HandoutView }) {
  const { t } = useTranslation('dialogue-handout');
  const { content } = handout;
  const own = new Set(handout.ownQuestionIds);
  const parts = partsOf(content, handout.files.length);
  const id = (kind: string) => parts.find((part) => part.kind === kind)?.id;
  return (
    <div className={classes.article} lang="nl">
      <RichText text={content.introduction} className={classes.introduction} />
      {content.tips.length > 0 && (
        <section id={id('tips')} className={classes.tips} aria-label={t('part.tips')}>
          <h2>{t('part.tips')}</h2>
          <ul>
            {content.tips.map((tip, at) => (
              <li key={at} dir="auto">
                <Linked text={tip} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {content.sections.map((section, at) => (
        <section key={at} id={`deel-${at + 1}`} className={classes.section}>
          <h2>{section.title}</h2>
          {section.items.map((item) => (
            <Question key={idOf(item)} item={item} own={own.has(idOf(item))} />
          ))}
        </section>
      ))}
      {(['tells', 'misses', 'process'] as const).map((kind) =>
        content[kind].trim() === '' ? null : (
          <section key={kind} id={id(kind)} className={classes.section}>
            <h2>{t(`part.${kind}`)}</h2>
            <RichText text={content[kind]} className={classes.answer} />
          </section>
        ),
      )}
      {id('contact') && (
        <section id={id('contact')} className={classes.section}>
          <h2>{t('part.contact')}</h2>
          <Contact contact={content.contact} />
        </section>
      )}
      {id('files') && (
        <section id={id('files')} className={classes.section}>
          <h2>{t('part.files')}</h2>
          <Files handout={handout} />
        </section>
      )}
    </div>
  );
}

function Question({ item, own }: { item: Item; own: boolean }) {
  const { t } = useTranslation('dialogue-handout');
  return (
    <article className={classes.question} id={`vraag-${idOf(item)}`} data-own={own || undefined}>
      <h3 dir="auto">{item.question}</h3>
      <p className={classes.meta}>
        {own && (
          <Verdict kind="ok" icon={IconUsers}>
            {t('own')}
          </Verdict>
        )}
        {item.followUpId ? (
          <span>{t('followUp')}</span>
        ) : (
          item.practices > 1 && <span>{t('practices', { count: item.practices })}</span>
        )}
      </p>
      <TimingMark timing={item.timing} />
      {isUnanswered(item) ? (
        <p className={classes.later}>
          <IconHourglass size={18} stroke={1.8} className="lk-icon" aria-hidden />
          {t('later')}
        </p>
      ) : (
        <RichText text={item.answer} className={classes.answer} />
      )}
      <TimingColumns item={item} />
    </article>
  );
}

/** Where to turn to with the next question: the telephone service, advice consult and the regional agreement (DIA-18, DIA-19). */
export function Contact({ contact }: { contact: HandoutView['content']['contact'] }) {
  const { t } = useTranslation('dialogue-handout');
  const dialled = contact.phone.replace(/[^\d+]/g, '');
  return (
    <dl className={classes.contact}>
      {contact.phone && (
        <div>
          <dt>{t('contact.phone')}</dt>
          <dd>
            <Anchor href={`tel:${dialled}`} className={classes.phone}>
              <IconPhone size={18} stroke={1.8} className="lk-icon" aria-hidden />
              {contact.phone}
            </Anchor>
            {contact.phoneHours && <span className="lk-muted">{contact.phoneHours}</span>}
          </dd>
        </div>
      )}
      {contact.adviceConsult && (
        <div>
          <dt>{t('contact.advice')}</dt>
          <dd>
            <Linked text={contact.adviceConsult} />
          </dd>
        </div>
      )}
      {/^https:\/\//.test(contact.agreementUrl) && (
        <div>
          <dt>{t('contact.agreement')}</dt>
          <dd>
            <Anchor href={contact.agreementUrl} target="_blank" rel="noreferrer noopener">
              {contact.agreementUrl.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </Anchor>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Files({ handout }: { handout: HandoutView }) {
  const format = useFormat();
  return (
    <ul className={classes.files}>
      {handout.files.map(({ id, name, size }) => (
        <li key={id}>
          <IconPaperclip size={18} stroke={1.8} className="lk-icon" aria-hidden />
          <Anchor href={attachmentHref(handout.sessionId, id)} download>
            {name}
          </Anchor>
          <span className="lk-muted">{format.bytes(size)}</span>
        </li>
      ))}
    </ul>
  );
}
