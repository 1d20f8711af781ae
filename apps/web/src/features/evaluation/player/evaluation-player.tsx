import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Answers,
  ItemAnswer,
  Language,
  QuestionnaireContent,
  QuestionnaireItem,
  TextFindingView,
} from '#libs/contracts';
import { announce } from '../../../lib/announce';
import { useLanguage } from '../../../lib/i18n';
import { ChoiceItem } from './choice-item';
import { guardNow } from '../../../lib/guard';
import {
  answersToSend,
  askedItems,
  firstOpen,
  isGiven,
  mayPass,
  offersNotApplicable,
  sectionOf,
} from './order';
import { ScaleItem } from './scale-item';
import { TextItem } from './text-item';
import { progressAt } from './time-left';
import classes from './evaluation-player.module.css';

/** Long enough to see what was chosen, short enough not to wait. In ms. */
const PAUSE = 280;
/** A new question takes no press for so long: the second tap of a double tap was meant for the one before. In ms. */
const SETTLING = 250;

export interface EvaluationPlayerProps {
  content: QuestionnaireContent;
  answers: Answers;
  /** null takes the answer back. */
  onAnswer: (item: string, answer: ItemAnswer | null) => void;
  /** The item on the screen; null, or one that is not asked: the first. */
  at: string | null;
  onGo: (item: string) => void;
  /** The button on the last item; every item that needs an answer has one by then. */
  onSend: () => void;
  sending?: boolean;
  /** On that button; else "Versturen". */
  sendLabel?: string;
  /** What the server found in texts, as they are now. */
  findings?: Readonly<Record<string, TextFindingView>>;
  /** Text items that the writer keeps although the guard asked. */
  confirmed?: readonly string[];
  onConfirm?: (item: string) => void;
  /** The item whose text was refused: what was found there takes the focus. */
  attention?: string | null;
  /** Under every text: who will read it. */
  textNote?: ReactNode;
  /** Above the buttons, e.g. the promise on the first item. */
  foot?: (place: { first: boolean; last: boolean }) => ReactNode;
  /** In an editor: the focus stays where it is, and the question is no heading of the page. */
  preview?: boolean;
  /** Language of the questions and buttons; else that of the screen. */
  language?: Language;
}

/**
 * An evaluation, one item per screen, the same on a phone as in the preview of an editor: it fills the box it stands in. It
 * knows no server; what is answered and where somebody is are the caller's. A finger or mouse that chooses goes on by itself;
 * the keyboard never does: there Enter confirms.
 */
export function EvaluationPlayer(props: EvaluationPlayerProps) {
  const { content, answers, preview = false, findings = {}, confirmed = [] } = props;
  const screen = useLanguage();
  const language = props.language ?? screen;
  const { t } = useTranslation('evaluation', { lng: language });
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  /** Chosen with a finger or mouse; a new object for every press, so that the pause begins again. */
  const [chosen, setChosen] = useState<{ item: string } | null>(null);
  const [missing, setMissing] = useState<{ item: string; text: string } | null>(null);
  /** How often somebody wanted to go on from a text that the guard holds. */
  const [held, setHeld] = useState(0);

  const asked = askedItems(content.items, answers);
  const index = Math.max(
    0,
    asked.findIndex(({ key }) => key === props.at),
  );
  const item = asked[index];
  const last = index === asked.length - 1;
  const key = item?.key ?? '';
  const attention = props.attention === key;

  const shown = useRef(key);
  // Before the next key can be pressed.
  useLayoutEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    if (preview) return;
    window.scrollTo(0, 0);
    if (!attention) heading.current?.focus({ preventScroll: true });
  }, [key, preview, attention]);

  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), SETTLING);
    return () => clearTimeout(timer);
  }, [key]);

  const goOn = useEffectEvent((from: string) => {
    setChosen(null);
    const now = askedItems(content.items, answers);
    const next = now[now.findIndex((one) => one.key === from) + 1];
    if (next) props.onGo(next.key);
  });
  useEffect(() => {
    if (!chosen || chosen.item !== key) return;
    const timer = setTimeout(() => goOn(chosen.item), PAUSE);
    return () => clearTimeout(timer);
  }, [chosen, key]);

  if (!item) return null;
  const { number, total, share, minutes } = progressAt(content, answers, key);
  const given = isGiven(answers[key]);
  const section = sectionOf(content.items, key)?.[language];
  const help = item.help?.[language];
  const hints = hintsOf(item);
  const error = missing?.item === key && !given ? missing.text : null;
  const describedBy = [help && `${id}help`, hints.length > 0 && `${id}hint`, error && `${id}error`]
    .filter(Boolean)
    .join(' ');
  const Heading = preview ? 'h3' : 'h1';

  function hintsOf(one: QuestionnaireItem): string[] {
    const list = [];
    const several = one.type === 'choice' && one.multiple;
    if (several) list.push(t('multiple'));
    // Said once, before the first choice: who knows is not surprised.
    else if (index === 0 && !last && one.type !== 'text') list.push(t('goesOn'));
    // A text that explains itself says so there.
    if (mayPass(one) && !(one.type === 'text' && one.help)) list.push(t('optional'));
    return list;
  }

  function complain(about: string, text: string) {
    setMissing({ item: about, text });
    announce(text, 'assertive');
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setChosen(null);
    if (!item || props.sending) return;
    if (!given && !mayPass(item)) return complain(key, t('error.choose'));
    if (item.type === 'text' && !confirmed.includes(key)) {
      const answer = answers[key];
      const text = answer && 'text' in answer ? answer.text.trim() : '';
      if (findings[key] ?? guardNow(text)) return setHeld(held + 1);
    }
    proceed();
  }

  function proceed() {
    if (!last) {
      const next = asked[index + 1];
      return next && props.onGo(next.key);
    }
    const open = firstOpen(content.items, answers);
    const empty = Object.keys(answersToSend(content.items, answers)).length === 0;
    if (open === null && !empty) return props.onSend();
    const about = open ?? asked[0]?.key ?? key;
    complain(about, t(open ? 'error.open' : 'error.empty'));
    if (about !== key) props.onGo(about);
  }

  function answer(value: ItemAnswer | null) {
    props.onAnswer(key, value);
  }

  const field = {
    answer: answers[key],
    onAnswer: answer,
    /** Only for a finger or mouse. */
    onPicked: () => !last && setChosen({ item: key }),
    labelledBy: `${id}question`,
    describedBy: describedBy || undefined,
    notApplicable: offersNotApplicable(item) ? t('notApplicable') : null,
    required: !mayPass(item),
    disabled: props.sending ?? false,
    language,
  };
  return (
    <form
      className={classes.player}
      data-settling={settled !== key || undefined}
      lang={language}
      noValidate
      onSubmit={submit}
    >
      <div className={classes.progress}>
        <div className={classes.bar} aria-hidden>
          <span style={{ width: `${Math.max(share, 0.03) * 100}%` }} />
        </div>
        <p id={`${id}progress`} className={classes.count}>
          <span>{total ? t('progress.of', { number, total }) : t('progress.number', { number })}</span>
          <span>{minutes > 0 ? t('progress.minutes', { count: minutes }) : t('progress.less')}</span>
        </p>
      </div>
      <div>
        {section && <p className={classes.section}>{section}</p>}
        <Heading
          ref={heading}
          id={`${id}question`}
          tabIndex={-1}
          className={classes.heading}
          aria-describedby={`${id}progress`}
        >
          {item.text[language]}
        </Heading>
        {help && (
          <p id={`${id}help`} className={classes.help}>
            {help}
          </p>
        )}
        {hints.length > 0 && (
          <p id={`${id}hint`} className={classes.help}>
            {hints.join(' ')}
          </p>
        )}
      </div>
      <div key={key} className={classes.field}>
        {item.type === 'scale' && <ScaleItem item={item} {...field} />}
        {item.type === 'choice' && <ChoiceItem item={item} {...field} />}
        {item.type === 'text' && (
          <TextItem
            item={item}
            {...field}
            note={props.textNote}
            found={findings[key] ?? null}
            confirmed={confirmed.includes(key)}
            call={held + (attention ? 1 : 0)}
            last={last}
            onConfirm={() => {
              props.onConfirm?.(key);
              proceed();
            }}
          />
        )}
        {error && (
          <p id={`${id}error`} className={classes.error}>
            {error}
          </p>
        )}
        {item.type !== 'text' && mayPass(item) && given && (
          <button type="button" className={classes.quiet} onClick={() => answer(null)}>
            {t('clear')}
          </button>
        )}
      </div>
      <div className={classes.end}>
        {props.foot?.({ first: index === 0, last })}
        <div className={classes.actions} data-stays={(item.type === 'choice' && item.multiple) || undefined}>
          {index > 0 && (
            <Button
              variant="default"
              size="lg"
              className={classes.back}
              aria-label={t('previous')}
              disabled={props.sending}
              onClick={() => {
                const before = asked[index - 1];
                if (before) props.onGo(before.key);
              }}
            >
              <IconArrowLeft size={20} stroke={1.8} />
            </Button>
          )}
          <Button type="submit" size="lg" className={classes.next} loading={props.sending}>
            {last ? (props.sendLabel ?? t('send')) : given || !mayPass(item) ? t('next') : t('pass')}
          </Button>
        </div>
      </div>
    </form>
  );
}
