import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconExternalLink } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CardView, type OwnFigureView, type ProvenanceCard, ROLES } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { provenanceHref } from '../figures-data';
import { periodWords } from '../period';
import classes from './card.module.css';

interface CardFactsProps {
  card: CardView;
  /** The counts themselves, of one's own practice only. */
  counts: Pick<OwnFigureView['own'], 'numerator' | 'denominator'> | null;
  item: string;
}

/** The provenance card in words: what was counted, over what, from where, how, and who answers for it (MIR-02). */
export function CardFacts({ card: view, counts, item }: CardFactsProps) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const language = useLanguage();
  const words = useWords();
  const { card } = view;
  const { measure, period, denominator, responsibility: by } = card;
  const numerator = words(view.words.numerator);
  const over = words(view.words.denominator);
  return (
    <>
      <div className={classes.badges}>
        <Verdict kind={view.verified ? 'ok' : 'bad'} icon={view.verified ? IconCircleCheck : IconCircleX}>
          {t(view.verified ? 'card.verified' : 'card.broken')}
        </Verdict>
        <span className={classes.version}>{t('card.version', { version: measure.definitionVersion })}</span>
        {view.overdue && (
          <Verdict kind="warn" icon={IconAlertTriangle}>
            {t('card.overdue')}
          </Verdict>
        )}
      </div>
      {view.correctedAt && (
        <p className={classes.corrected}>{t('card.corrected', { date: format.date(view.correctedAt) })}</p>
      )}
      <dl className={classes.facts}>
        <Fact name={t('card.numerator')}>
          {counts
            ? t('card.counted', { count: format.number(counts.numerator, 0), what: numerator })
            : numerator}
          <span className={classes.more}>{item}</span>
        </Fact>
        <Fact name={t('card.denominator')}>
          {counts ? t('card.counted', { count: format.number(counts.denominator, 0), what: over }) : over}
          <span className={classes.more}>
            {t('card.reference', { date: format.localDate(denominator.referenceDate) })}
          </span>
        </Fact>
        <Fact name={t('card.period')}>
          {periodWords(period, language)}
          {!period.complete && <span className={classes.more}>{t('card.incomplete')}</span>}
        </Fact>
        <Fact name={t('card.source')}>
          {card.sources.map((source) => (
            <Source key={source.importId} source={source} />
          ))}
          <span className={classes.quality} data-quality={view.quality}>
            {t('card.quality', { quality: t(`quality.${view.quality}`) })}
          </span>
          {view.qualityNote && <span className={classes.more}>{view.qualityNote}</span>}
        </Fact>
        <Fact name={t('card.work')}>
          {t(`card.standardisation.${measure.standardisation}`)}{' '}
          {t(`card.interval.${measure.intervalMethod}`)}{' '}
          <a href={measure.definitionUrl}>
            {t('card.definition', { code: measure.code, version: measure.definitionVersion })}
          </a>
        </Fact>
        <Fact name={t('card.beware')}>
          <ul className={classes.limits}>
            {view.words.limitations.map((limit) => (
              <li key={limit.nl}>{words(limit)}</li>
            ))}
            {period.expectedLateRegistrationPct !== undefined && period.expectedLateRegistrationPct > 0 && (
              <li>{t('card.late', { percent: format.number(period.expectedLateRegistrationPct) })}</li>
            )}
          </ul>
        </Fact>
        <Fact name={t('card.seen')}>{t(`card.mode.${card.disclosureControl.mode}`)}</Fact>
        <Fact name={t('card.people')}>
          <People by={by} />
        </Fact>
      </dl>
      <Details card={card} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Source({ source }: { source: ProvenanceCard['sources'][number] }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  return (
    <span className={classes.source}>
      {t('card.read', { system: source.system, date: format.date(source.extractAt) })}
      <span className={classes.more}>
        {[
          ...(source.supplier && source.supplier !== source.system ? [source.supplier] : []),
          t('card.rows', { count: source.rows, rows: format.number(source.rows, 0) }),
          ...(source.rejectedRows
            ? [t('card.rejected', { rows: format.number(source.rejectedRows, 0) })]
            : []),
        ].join(', ')}
      </span>
    </span>
  );
}

/** Roles and organisations only; the persons stand in the log. */
function People({ by }: { by: ProvenanceCard['responsibility'] }) {
  const { t } = useTranslation('figures');
  const { t: app } = useTranslation('app');
  const format = useFormat();
  const role = (slug: string) => {
    const known = ROLES.find((one) => one === slug);
    return known ? app(`role.${known}`) : slug;
  };
  return t('card.by', {
    loader: role(by.importedBy.role),
    loaderAt: by.importedBy.organisation,
    approver: role(by.approvedBy.role),
    approverAt: by.approvedBy.organisation,
    date: format.date(by.approvedAt),
  });
}

/** For who wants to check it: the steps, the numbers, and the same card in the words of the W3C. */
function Details({ card }: { card: ProvenanceCard }) {
  const { t } = useTranslation('figures');
  const control = card.disclosureControl;
  return (
    <details className={classes.details}>
      <summary>{t('card.details')}</summary>
      <ol>
        {card.transformations.map((step) => (
          <li key={step.step}>
            {t(`card.activity.${step.activity}`)}
            <span className={classes.more}>{`${step.code} ${step.codeVersion}`}</span>
          </li>
        ))}
      </ol>
      <dl className={classes.numbers}>
        <dt>{t('card.policy')}</dt>
        <dd>{control.policyVersion}</dd>
        <dt>{t('card.figureId')}</dt>
        <dd>{card.figureId}</dd>
        <dt>{t('card.hash')}</dt>
        <dd>{card.cardHash}</dd>
      </dl>
      <a className={classes.prov} href={provenanceHref(card.figureId)} download data-print="hide">
        <IconExternalLink size={15} aria-hidden />
        {t('card.prov')}
      </a>
    </details>
  );
}
