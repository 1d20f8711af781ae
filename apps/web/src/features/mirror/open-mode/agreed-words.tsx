import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenModeView } from '#libs/contracts';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { choicesQuery } from '../figures-data';
import { useOwnPractices } from '../own-practices';
import { periodWords } from '../period';
import classes from './open-mode.module.css';

/** The beginning of the hash of what is agreed, as the mail with the code names it too. */
export const markOf = ({ scopeHash }: Pick<OpenModeView, 'scopeHash'>) =>
  scopeHash.replace('sha256:', '').slice(0, 12);

/** What exactly is agreed, in words: nothing that is signed is hidden in a number. */
export function AgreedWords({
  mode,
}: {
  mode: Pick<OpenModeView, 'scope' | 'scopeHash' | 'signatures' | 'group'>;
}) {
  const { t } = useTranslation('group-figures');
  const { t: app } = useTranslation('app');
  const format = useFormat();
  const words = useWords();
  const language = useLanguage();
  const practice = useOwnPractices()[0]?.id ?? null;
  const known = useQuery({ ...choicesQuery(practice), enabled: practice !== null }).data?.measures ?? [];
  const { scope } = mode;
  const title = (code: string) => {
    const measure = known.find((one) => one.code === code);
    return measure ? words(measure.title) : code;
  };
  const rows: [string, string][] = [
    [t('scope.who'), format.list(mode.signatures.map((one) => one.practice))],
    [t('scope.measures'), format.list(scope.measures.map(title))],
    [t('scope.period'), periodWords(scope.period, language)],
    [t('scope.granularity'), t(`scope.granularity.${scope.granularity}`)],
    [t('scope.viewers'), format.list(scope.viewers.map((role) => app(`role.${role}`)))],
    [t('scope.export'), t(scope.exportAllowed ? 'scope.export.yes' : 'scope.export.no')],
    [t('scope.ends'), format.localDate(scope.endsOn)],
    [t('scope.hash'), markOf(mode)],
  ];
  return (
    <dl className={classes.words}>
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
