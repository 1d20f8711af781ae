import type { Language, ProposalView } from '#libs/contracts';
import type { CellValue, SheetSpec } from '#libs/tabular';

type TextOf = Record<Language, string>;
const pick = (language: Language, nl: string, en: string): string => (language === 'nl' ? nl : en);

const ATTENDANCE: Record<'yes' | 'maybe' | 'no', TextOf> = {
  yes: { nl: 'ja', en: 'yes' },
  maybe: { nl: 'als het moet', en: 'if needed' },
  no: { nl: 'nee', en: 'no' },
};

/** A proposal as sheets: who sits where, the groups, and the scores. Codes and dates keep their type. */
export function exportSheets(proposal: ProposalView, language: Language): SheetSpec[] {
  const t = (nl: string, en: string): string => pick(language, nl, en);
  const seated: CellValue[][] = proposal.board.flatMap((group) =>
    group.members.map((member) => [
      group.number,
      member.name,
      member.district,
      group.theme,
      member.rank,
      group.date,
      ATTENDANCE[member.attendance][language],
      member.leader ? t('ja', 'yes') : '',
      member.value,
    ]),
  );
  const left: CellValue[][] = proposal.left.map((one) => [
    null,
    one.name,
    null,
    one.reason[language],
    null,
    null,
    null,
    '',
    null,
  ]);
  const groups: CellValue[][] = proposal.board.map((group) => [
    group.number,
    group.theme,
    group.date,
    group.members.length,
    group.members.find(({ leader }) => leader)?.name ?? null,
    group.leaderName,
  ]);
  const { scores } = proposal;
  const rows: CellValue[][] = [
    [t('Voorkeur', 'Preference'), scores.theme],
    [t('Aanwezigheid', 'Attendance'), scores.attendance],
    [t('Continuïteit', 'Continuity'), scores.continuity],
    [t('Motivatie', 'Motivation'), scores.motivation],
    [t('Minst bedeelde praktijk', 'Worst-off practice'), scores.worst],
    [t('Bewezen marge (%)', 'Proven margin (%)'), proposal.gapPercent],
  ];
  return [
    {
      name: t('Praktijken', 'Practices'),
      columns: [
        { heading: t('Groep', 'Group'), type: 'integer' },
        { heading: t('Praktijk', 'Practice'), type: 'text', width: 32 },
        { heading: t('Wijk', 'District'), type: 'text' },
        { heading: t('Thema', 'Theme'), type: 'text', width: 28 },
        { heading: t('Keus', 'Choice'), type: 'integer' },
        { heading: t('Datum', 'Date'), type: 'date' },
        { heading: t('Kan die dag', 'Can come'), type: 'text' },
        { heading: t('Gespreksleider', 'Discussion leader'), type: 'text' },
        { heading: t('Score', 'Score'), type: 'number' },
      ],
      rows: [...seated, ...left],
    },
    {
      name: t('Groepen', 'Groups'),
      columns: [
        { heading: t('Groep', 'Group'), type: 'integer' },
        { heading: t('Thema', 'Theme'), type: 'text', width: 28 },
        { heading: t('Datum', 'Date'), type: 'date' },
        { heading: t('Praktijken', 'Practices'), type: 'integer' },
        { heading: t('Leidende praktijk', 'Leading practice'), type: 'text', width: 32 },
        { heading: t('Gespreksleider', 'Discussion leader'), type: 'text', width: 28 },
      ],
      rows: groups,
    },
    {
      name: 'Scores',
      columns: [
        { heading: t('Score', 'Score'), type: 'text', width: 28 },
        { heading: t('Waarde', 'Value'), type: 'number' },
      ],
      rows,
    },
  ];
}
