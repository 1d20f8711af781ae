import { describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { certificate, type CertificateFacts } from './certificate.template.js';

const facts: CertificateFacts = {
  language: 'nl',
  name: 'Şule van der Łuk',
  bigNumber: '01234567890',
  practice: 'De Linde',
  activity: {
    kind: 'session',
    title: 'Hartkloppingen',
    of: 'Cardiologie',
    startsAt: new Date('2027-02-09T18:30:00Z'),
    activityId: 'A-12345',
  },
  region: 'Vlierstreek',
  minutes: 50,
  hours: 0.75,
  measured: true,
  madeAt: new Date('2027-02-10T08:00:00Z'),
};

async function read(of: CertificateFacts) {
  const { body } = await certificate(of);
  const document = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const { info } = await document.getMetadata();
  return {
    info,
    marked: await document.getMarkInfo(),
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
  };
}

describe('a certificate (feature 31)', () => {
  it('says who, with the BIG number as text, and the real hours; tagged and in its language', async () => {
    const { info, marked, text } = await read(facts);
    expect(info).toMatchObject({ Title: 'Bewijs van deelname', Language: 'nl-NL' });
    expect(marked).toMatchObject({ Marked: true });
    for (const part of [
      'Şule van der Łuk',
      '01234567890',
      'De Linde',
      'Cardiologie',
      '50 minuten',
      '0,75',
      'A-12345',
    ])
      expect(text).toContain(part);
  });

  it('leaves out what is not known, and speaks English', async () => {
    const { info, text } = await read({
      ...facts,
      language: 'en',
      bigNumber: null,
      activity: { ...facts.activity, activityId: null },
    });
    expect(info).toMatchObject({ Title: 'Certificate of attendance' });
    expect(text).toContain('0.75');
    expect(text).not.toContain('BIG');
    expect(text).not.toContain('Activity ID');
  });

  it('says of a meeting which group it was, and that somebody noted it when nobody measured (SES-13)', async () => {
    const { text } = await read({
      ...facts,
      measured: false,
      activity: { ...facts.activity, kind: 'meeting', title: 'Polyfarmacie', of: 'Groep 3' },
    });
    for (const part of ['intervisiebijeenkomst Polyfarmacie', 'Groep 3', 'genoteerd'])
      expect(text).toContain(part);
    expect(text).not.toContain('Vakgroep');
  });
});
