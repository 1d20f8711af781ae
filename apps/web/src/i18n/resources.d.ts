import type account from './nl/account.json';
import type admin from './nl/admin.json';
import type answer from './nl/answer.json';
import type app from './nl/app.json';
import type auditLog from './nl/audit-log.json';
import type board from './nl/board.json';
import type components from './nl/components.json';
import type evaluation from './nl/evaluation.json';
import type figures from './nl/figures.json';
import type group from './nl/group.json';
import type groupFigures from './nl/group-figures.json';
import type help from './nl/help.json';
import type home from './nl/home.json';
import type imports from './nl/imports.json';
import type intervision from './nl/intervision.json';
import type mailbox from './nl/mailbox.json';
import type measures from './nl/measures.json';
import type mirrorData from './nl/mirror-data.json';
import type practices from './nl/practices.json';
import type privacy from './nl/privacy.json';
import type problems from './nl/problems.json';
import type results from './nl/results.json';
import type rounds from './nl/rounds.json';
import type setUp from './nl/set-up.json';
import type signIn from './nl/sign-in.json';
import type surveys from './nl/surveys.json';
import type taskLink from './nl/task-link.json';
import type terms from './nl/terms.json';

/** Makes a wrong or missing key a type error. A new namespace is one import and one line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    keySeparator: false;
    resources: {
      account: typeof account;
      admin: typeof admin;
      answer: typeof answer;
      app: typeof app;
      'audit-log': typeof auditLog;
      board: typeof board;
      components: typeof components;
      evaluation: typeof evaluation;
      figures: typeof figures;
      group: typeof group;
      'group-figures': typeof groupFigures;
      help: typeof help;
      home: typeof home;
      imports: typeof imports;
      intervision: typeof intervision;
      mailbox: typeof mailbox;
      measures: typeof measures;
      'mirror-data': typeof mirrorData;
      practices: typeof practices;
      privacy: typeof privacy;
      problems: typeof problems;
      results: typeof results;
      rounds: typeof rounds;
      'set-up': typeof setUp;
      'sign-in': typeof signIn;
      surveys: typeof surveys;
      'task-link': typeof taskLink;
      terms: typeof terms;
    };
  }
}
