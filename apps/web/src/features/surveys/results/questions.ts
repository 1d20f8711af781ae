import type {
  CampaignView,
  ChoiceItem,
  ItemResultView,
  QuestionnaireContent,
  QuestionnaireItem,
  ResultsView,
  ScaleItem,
  Words,
} from '#libs/contracts';

export interface AskedResult {
  item: ScaleItem | ChoiceItem;
  result: ItemResultView;
}
export interface ResultSection {
  title: Words | null;
  questions: AskedResult[];
}

const isFactor = (item: QuestionnaireItem): boolean => item.factor !== undefined;

/** The question that comes first on the page: the grade that every built-in asks, else the first scale. */
export function gradeOf(content: QuestionnaireContent): ScaleItem | null {
  const scales = scalesOf(content);
  return scales.find((item) => item.key === 'grade') ?? scales[0] ?? null;
}

export function scalesOf(content: QuestionnaireContent): ScaleItem[] {
  return content.items.filter((item) => item.type === 'scale');
}

/** What can stand beside a high grade in a regression: the other scales, and choices between two options. */
export function predictorsOf(content: QuestionnaireContent, outcome: string): (ScaleItem | ChoiceItem)[] {
  return content.items.filter(
    (item): item is ScaleItem | ChoiceItem =>
      item.key !== outcome &&
      (item.type === 'scale' || (item.type === 'choice' && !item.multiple && item.options.length === 2)),
  );
}

/** The questions under their headings, without the grade, the factors and the open ones: those have places of their own. */
export function sectionsOf(campaign: CampaignView, results: ResultsView): ResultSection[] {
  const found = new Map(results.items.map((result) => [result.key, result]));
  const grade = gradeOf(campaign.content);
  const sections: ResultSection[] = [];
  let title: Words | null = null;
  for (const item of campaign.content.items) {
    if (item.section) title = item.section;
    const result = found.get(item.key);
    if (!result || item.type === 'text' || item.key === grade?.key || isFactor(item)) continue;
    const last = sections.at(-1);
    if (last && last.title === title) last.questions.push({ item, result });
    else sections.push({ title, questions: [{ item, result }] });
  }
  return sections;
}
