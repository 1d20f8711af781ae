import { type ReactNode, createContext, use } from 'react';
import classes from './chart-figure.module.css';

/** True where somebody chose to read tables instead of drawings. */
export const AsTables = createContext(false);

export interface ChartTable {
  /** Names the table: what is drawn. */
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A drawing with the same figures as a table: read aloud always, in sight when tables were chosen. */
export function ChartFigure({ table, children }: { table: ChartTable; children: ReactNode }) {
  const asTables = use(AsTables);
  const { caption, head, rows } = table;
  return (
    <figure className={classes.figure}>
      {!asTables && <div aria-hidden>{children}</div>}
      <div className={asTables ? undefined : classes.spoken}>
        <table className={classes.table}>
          <caption className={classes.spoken}>{caption}</caption>
          <thead>
            <tr>
              {head.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={column}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
