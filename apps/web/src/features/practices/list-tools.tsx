import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { districtsQuery, exportHref } from './practices-data';
import classes from './practices.module.css';
import type { ListFilter } from './use-list-filter';

/** Search, HAGRO, closed practices and the two files. The server filters; the files hold what the filter shows. */
export function ListTools({ list }: { list: ListFilter }) {
  const { t } = useTranslation('practices');
  const { filter } = list;
  const districts = useQuery(districtsQuery);
  return (
    <>
      <TextInput
        type="search"
        size="sm"
        className={classes.search}
        leftSection={<IconSearch size={16} />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={list.typed}
        onChange={(event) => list.setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        size="sm"
        aria-label={t('field.district')}
        value={filter.district ?? ''}
        onChange={(event) => list.setDistrict(event.currentTarget.value)}
        data={[
          { value: '', label: t('district.all') },
          ...(districts.data ?? (filter.district ? [filter.district] : [])),
        ]}
      />
      <Switch
        size="sm"
        label={t('archived.show')}
        checked={Boolean(filter.archived)}
        onChange={(event) => list.setArchived(event.currentTarget.checked)}
      />
      <div className={classes.files}>
        {(['xlsx', 'csv'] as const).map((kind) => (
          <Button
            key={kind}
            component="a"
            href={exportHref(kind, filter)}
            download
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} />}
            aria-label={t(`export.${kind}.label`)}
          >
            {t(`export.${kind}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
