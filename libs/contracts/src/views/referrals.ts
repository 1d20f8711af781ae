/** What is looked at in the review of referrals inside one practice (REF-01…11). Nothing of it leaves the practice. */
export const REFERRAL_KINDS = ['referral', 'diagnostics', 'not-made', 'advice'] as const;
/** `not-made`: wanted or considered, and not done (REF-06); `advice`: a digital question to a specialist (meedenkconsult). */
export type ReferralKind = (typeof REFERRAL_KINDS)[number];

/** The working forms (REF-01): an hour every three weeks, after morning surgery, or the week's list together. */
export const REFERRAL_FORMS = ['selected', 'daily', 'weekly'] as const;
export type ReferralForm = (typeof REFERRAL_FORMS)[number];

/** Why it could have gone otherwise (REF-05). */
export const REFERRAL_GROUNDS = ['content', 'process', 'administrative'] as const;
export type ReferralGround = (typeof REFERRAL_GROUNDS)[number];

export const REFERRAL_AVOIDABLE = ['yes', 'no', 'perhaps'] as const;
export type ReferralAvoidable = (typeof REFERRAL_AVOIDABLE)[number];

/** `open`: everybody looks by themselves; `meeting`: the practice goes through them; `done`: talked about. */
export const REFERRAL_WEEK_STATES = ['open', 'meeting', 'done'] as const;
export type ReferralWeekState = (typeof REFERRAL_WEEK_STATES)[number];

export const REFERRAL_ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ReferralActionState = (typeof REFERRAL_ACTION_STATES)[number];

/** Under which names specialisms are kept; the first ones are what a practice refers to most. */
export const REFERRAL_SPECIALISMS = [
  'Orthopedie',
  'Dermatologie',
  'Cardiologie',
  'KNO',
  'Neurologie',
  'Oogheelkunde',
  'GGZ',
  'Chirurgie',
  'Gynaecologie',
  'Maag-darm-leverziekten',
  'Interne geneeskunde',
  'Longgeneeskunde',
  'Urologie',
  'Kindergeneeskunde',
  'Reumatologie',
  'Fysiotherapie',
  'Beeldvorming',
  'Laboratorium',
  'Functieonderzoek',
  'Allergologie',
  'Diëtetiek',
  'Ergotherapie',
  'Geriatrie',
  'Kaakchirurgie',
  'Klinische genetica',
  'Logopedie',
  'Pijngeneeskunde',
  'Plastische chirurgie',
  'Podotherapie',
  'Revalidatie',
  'Sportgeneeskunde',
] as const;
export type ReferralSpecialism = (typeof REFERRAL_SPECIALISMS)[number];

/** What a column of the practice's list can be. */
export const REFERRAL_FIELDS = ['gp', 'kind', 'specialism', 'reason', 'date'] as const;
export type ReferralField = (typeof REFERRAL_FIELDS)[number];

export interface ReferralPersonView {
  personId: string;
  name: string;
}

/** The fixed moment of one working form (REF-02). */
export interface ReferralMomentView {
  form: ReferralForm;
  /** 1 Monday … 7 Sunday; null for every working day. */
  weekday: number | null;
  /** Local time: `12:30`. */
  time: string;
  /** The Monday from which three weeks are counted; null for the other forms. */
  fromWeek: string | null;
  remind: boolean;
}

export interface ReferralSettingsView {
  practiceId: string;
  practice: string;
  moments: ReferralMomentView[];
  /** Everybody of the practice; who takes part looks at the referrals and is reminded. */
  people: (ReferralPersonView & { takesPart: boolean })[];
  version: number;
}

export interface ReferralJudgementView {
  personId: string;
  name: string;
  avoidable: ReferralAvoidable;
  otherApproach: boolean;
  ground: ReferralGround | null;
  remark: string;
  at: string;
}

export interface ReviewedReferralView {
  id: string;
  /** ISO week: `2026-W47`. */
  week: string;
  gpId: string;
  gp: string;
  own: boolean;
  kind: ReferralKind;
  specialism: string;
  reason: string;
  /** The GP took a moment to think before deciding (REF-11). */
  timeOut: boolean;
  /** Wanted on the table of the meeting; by what was judged, or because somebody said so. */
  remarkable: boolean;
  conclusion: string;
  /** What the reader judged; null before. */
  mine: ReferralJudgementView | null;
  /** What colleagues judged: after one's own judgement, or once the meeting goes through them; null until then. */
  others: ReferralJudgementView[] | null;
  /** How many colleagues judged it. */
  judged: number;
  version: number;
}

export interface ReferralActionView {
  id: string;
  text: string;
  ownerId: string;
  owner: string;
  /** Local date. */
  dueOn: string;
  state: ReferralActionState;
  late: boolean;
  /** Week of the referral that it came from. */
  week: string | null;
  referralId: string | null;
  version: number;
}

export interface ReferralWeekView {
  practiceId: string;
  practice: string;
  week: string;
  /** Monday and Sunday, local dates. */
  from: string;
  to: string;
  state: ReferralWeekState;
  version: number;
  /** The reader takes part, and so judges. */
  takesPart: boolean;
  people: ReferralPersonView[];
  /** Colleagues' first, the reader's own last. */
  referrals: ReviewedReferralView[];
  actions: ReferralActionView[];
  time: ReferralTimeView;
}

/** Minutes spent (REF-10): protected time is counted time. */
export interface ReferralTimeView {
  /** Of the reader, since when the clock runs; null when it stands still. */
  runningSince: string | null;
  /** This month, of the reader and of the whole practice. */
  mineThisMonth: number;
  practiceThisMonth: number;
  /** The reader's own of the last weeks, newest first. */
  entries: { id: string; day: string; minutes: number; version: number }[];
}

/** One step of what there is to do this week. */
export interface ReferralHomeView {
  practiceId: string;
  practice: string;
  week: string;
  from: string;
  to: string;
  state: ReferralWeekState;
  takesPart: boolean;
  /** Nothing is set up yet. */
  fresh: boolean;
  moments: ReferralMomentView[];
  /** The next moment that was agreed on, as an instant. */
  nextAt: string | null;
  count: number;
  /** Of colleagues, waiting for the reader. */
  waiting: number;
  waitingOwn: number;
  remarkable: number;
  openActions: ReferralActionView[];
  time: ReferralTimeView;
  course: ReferralSeriesView;
  goal: ReferralGoalView | null;
  /** Weeks with something that waits for the reader, the newest first. */
  behind: { week: string; waiting: number }[];
}

/** A signal of a run chart; `from` and `to` are places in the series. */
export interface ReferralSignalView {
  rule: 'shift' | 'trend' | 'few-runs' | 'many-runs';
  direction: 'up' | 'down' | null;
  from: number;
  to: number;
}

/** Counts per week with their median. */
export interface ReferralSeriesView {
  /** Null for the practice as a whole. */
  personId: string | null;
  name: string;
  /** Null: nothing was put in for that week. */
  values: (number | null)[];
  median: number | null;
  signals: ReferralSignalView[];
}

export interface ReferralGoalView {
  /** Mondays; the last one belongs to it. */
  baselineFrom: string;
  baselineTo: string;
  /** −20: a fifth fewer. */
  percent: number;
  /** Referrals a week in the baseline; null while it holds no week with a list. */
  baseline: number | null;
  target: number | null;
  /** A week on average since the baseline, over at most the last eight weeks that were put in. */
  now: number | null;
  /** (now − baseline) / baseline × 100. */
  changePercent: number | null;
  reached: boolean;
  version: number;
}

/** Time-outs and what became of them (REF-11). */
export interface ReferralTimeOutView {
  baselineFrom: string | null;
  baselineTo: string | null;
  before: ReferralTimeOutCount;
  since: ReferralTimeOutCount;
}
export interface ReferralTimeOutCount {
  weeks: number;
  timeOuts: number;
  /** Of these, an advice consult instead of a referral. */
  advice: number;
}

export interface ReferralCourseView {
  practiceId: string;
  practice: string;
  kind: ReferralKind;
  /** ISO weeks, the oldest first. */
  weeks: string[];
  whole: ReferralSeriesView;
  perGp: ReferralSeriesView[];
  goal: ReferralGoalView | null;
  timeOuts: ReferralTimeOutView;
  grounds: { ground: ReferralGround; count: number }[];
}

/** Kinds of what the guard took out, and how often. */
export interface ReferralTakenOutView {
  kind: 'BSN' | 'DOB' | 'PHONE' | 'EMAIL' | 'IBAN' | 'NAME' | 'ADDRESS' | 'PATIENTNR' | 'AGE90' | 'OTHER';
  count: number;
}

export interface ReferralPreviewRowView {
  /** As the list numbers it. */
  row: number;
  /** The week that its date falls in; null without one: then it is the week that was asked for. */
  week: string | null;
  gpId: string | null;
  kind: ReferralKind;
  specialism: string;
  reason: string;
  takenOut: ReferralTakenOutView[];
  /** `empty`: nothing was left of it. */
  problem: 'empty' | null;
}

/** What was kept of a list or a note; the id takes it back as a whole. */
export interface ReferralAddedView {
  batchId: string;
  count: number;
}

/** What would be kept of a list. Nothing of the list itself was kept to make it (REF-03). */
export interface ReferralPreviewView {
  columns: {
    heading: string;
    field: ReferralField | null;
    /** Why it is left out: it names patients by its heading, by its content, or nobody needs it. */
    dropped: 'identity' | 'content' | 'unused' | null;
  }[];
  rows: ReferralPreviewRowView[];
  takenOut: ReferralTakenOutView[];
  /** More rows than one list may have: these stayed out. */
  tooMany: number;
}
