import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Anchor, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DialogueYearView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { departmentsQuery, yearDoors } from '../agenda-data';
import { useYearChange } from '../use-year';
import classes from '../agenda.module.css';

/** Which departments practices can choose from. */
export function OfferPanel({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const { data = [], error } = useQuery(departmentsQuery);
  const save = useYearChange(year.id, (version, ids: string[]) =>
    yearDoors.setDepartments(year.id, version, ids),
  );
  const chosen = save.isPending ? save.variables : year.departments.map(({ departmentId }) => departmentId);
  return (
    <Panel
      title={t('offer')}
      right={
        <span className="lk-muted">{t('offer.count', { chosen: chosen.length, count: data.length })}</span>
      }
    >
      <p className={classes.lead}>{t('offer.lead')}</p>
      <div className={classes.checks}>
        {data.map(({ id, name, hospital }) => (
          <Checkbox
            key={id}
            label={name}
            description={hospital}
            checked={chosen.includes(id)}
            disabled={save.isPending}
            onChange={(event) =>
              save.mutate(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
      {data.length === 0 && <p className="lk-muted">{t('offer.none')}</p>}
      <Anchor component={Link} to="/dialoog/vakgroepen" className={classes.under}>
        {t('offer.register')}
      </Anchor>
      {(error ?? save.error) ? <ErrorState error={error ?? save.error} /> : null}
    </Panel>
  );
}
