// `npm run soak`: the chaos specs in their long form, with every moment to be killed at and thousands of mails.
import base from '../jest.config.json' with { type: 'json' };

export default { ...base, rootDir: '..', roots: ['<rootDir>/test/chaos'], globals: { SOAK: true } };
