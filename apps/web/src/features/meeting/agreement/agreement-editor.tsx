import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AGREEMENT_POINTS, type GroupAgreementView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { findingsOf, isHeld } from '../../../lib/guard';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { useAgreementChanges } from './agreement-data';
import classes from './agreement.module.css';

interface AgreementEditorProps {
  agreement: GroupAgreementView;
  within: readonly string[];
  onDone: () => void;
}
interface Point {
  key: number;
  text: string;
}

/** The points, one box each. Saved with a button: everybody accepts again, so nothing goes half typed. */
export function AgreementEditor({ agreement, within, onDone }: AgreementEditorProps) {
  const { t } = useTranslation('meeting-agreement');
  const changes = useAgreementChanges(agreement.groupId, within);
  const next = useRef(agreement.points.length);
  const [points, setPoints] = useState<Point[]>(() => agreement.points.map((text, key) => ({ key, text })));
  const [based, setBased] = useState(agreement.version);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const [fresh, setFresh] = useState<number | null>(null);
  const told = points.filter(({ text }) => text.trim() !== '');
  const save = useMutation({
    mutationFn: () =>
      changes.save(based, {
        points: told.map(({ text }) => text.trim()),
        confirmed: told.some(({ text }) => kept.has(text)),
      }),
    onSuccess: () => {
      showToast(t('saved'));
      onDone();
    },
  });
  const findings = findingsOf(save.error);
  const stale = save.error !== null && asProblem(save.error).code === 'conflict.stale';
  const tooLong = told.some(({ text }) => text.trim().length > AGREEMENT_POINTS.longest);

  const change = (points: Point[]) => {
    setPoints(points);
    if (save.error && !stale) save.reset();
  };
  const submit = () => {
    setAsked(true);
    if (told.length === 0 || tooLong || told.some(({ text }) => isHeld(text, kept.has(text)))) return;
    save.mutate();
  };
  const add = () => {
    const key = next.current++;
    setFresh(key);
    change([...points, { key, text: '' }]);
  };
  const remove = (point: Point) => {
    const before = points;
    change(points.filter((one) => one !== point));
    if (point.text.trim() !== '') showToast(t('removed'), { undo: () => setPoints(before) });
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={classes.hint}>{t('editing')}</p>
      <ol className={classes.fields}>
        {points.map((point, at) => (
          <li key={point.key} className={classes.row}>
            <GuardedField
              aria-label={t('point', { number: at + 1 })}
              value={point.text}
              maxLength={AGREEMENT_POINTS.longest}
              minRows={1}
              takeFocus={point.key === fresh}
              found={findings.find(({ item }) => item === `points.${told.indexOf(point)}`)}
              kept={kept.has(point.text)}
              asked={asked}
              onKeep={() => setKept(new Set([...kept, point.text]))}
              onChange={(text) => {
                setAsked(false);
                change(points.map((one) => (one === point ? { ...one, text } : one)));
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('remove', { number: at + 1 })}
              onClick={() => remove(point)}
            >
              <IconX size={18} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {points.length < AGREEMENT_POINTS.most && (
        <div>
          <Button size="sm" variant="subtle" leftSection={<IconPlus size={17} />} onClick={add}>
            {t('add')}
          </Button>
        </div>
      )}
      {asked && told.length === 0 && (
        <p role="alert" className={classes.wrong}>
          {t('empty')}
        </p>
      )}
      {stale ? (
        <div role="alert" className={classes.stale}>
          <p>
            <b>{t('stale')}</b>
          </p>
          <ol>
            {agreement.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
          <div className={classes.buttons}>
            <Button size="sm" onClick={onDone}>
              {t('stale.theirs')}
            </Button>
            <Button
              size="sm"
              variant="default"
              onClick={() => {
                setBased(agreement.version);
                save.reset();
              }}
            >
              {t('stale.mine')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          {save.error && findings.length === 0 ? <ErrorState error={save.error} /> : null}
          <div className={classes.buttons}>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
            <Button variant="subtle" onClick={onDone}>
              {t('cancel')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
