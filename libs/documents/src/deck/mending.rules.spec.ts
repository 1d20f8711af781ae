import { describe, expect, it } from '@jest/globals';
import { readPresentation } from '#libs/testing';
import { sampleDeck } from '../../fixtures/sample-deck.js';
import type { BlockSpec } from '../index.js';
import { draw } from './drawing.template.js';
import { contentTypes, mendChart, MendingError, mendPresentation } from './mending.rules.js';
import { layOut } from './pages.rules.js';
import { documentWords } from './words.template.js';

describe('what pptxgenjs writes', () => {
  it('breaks the rules that the mending is for, so that a library which no longer does can be unburdened (field B9)', async () => {
    const table: BlockSpec = { kind: 'table', columns: [{ heading: 'a' }], rows: [['b']] };
    const slides = [{ title: 'Twee tabellen', blocks: [table, table] }, ...sampleDeck.slides];
    const { file } = await draw(layOut({ ...sampleDeck, slides }), documentWords('nl'));
    const { problems } = await readPresentation(file);
    for (const told of [
      'the list of types names ppt/slideMasters/slideMaster2.xml, which is not there',
      'ppt/ is a folder',
      'ppt/slides/slide2.xml has 0 titles',
      'ppt/slides/slide6.xml: Tabel 1 has no heading row',
      'ppt/slides/slide6.xml: Tabel 1 has no alternative text',
      'ppt/charts/chart3.xml has a figure that is no number',
      'the properties lack dc:language',
    ])
      expect(problems).toContain(told);
    const patterns = [
      /^presentation\.xml has its parts in the order .*p:sldIdLst, p:notesMasterIdLst/,
      /^the themes of the masters: ppt\/theme\/theme1\.xml is used more than once$/,
      /^ppt\/slides\/slide2\.xml, its objects: \d+ is used more than once$/,
      /^ppt\/charts\/chart1\.xml uses the axes \d+,\d+,\d+ and has \d+,\d+$/,
      /^ppt\/slides\/slide2\.xml has a text in the language en-US$/,
    ];
    for (const pattern of patterns) expect(problems).toContainEqual(expect.stringMatching(pattern));
  });
});

describe('the mending', () => {
  it('refuses what it does not know rather than letting it pass', () => {
    expect(() => mendPresentation('<p:presentation/>')).toThrow(MendingError);
    expect(() => contentTypes(['ppt/media/film.mp4'])).toThrow(MendingError);
    const chart = { kind: 'chart' } as Parameters<typeof mendChart>[1];
    expect(() => mendChart('<c:chartSpace/>', chart, documentWords('nl'))).toThrow(/third axis/);
  });
});
