import type { ComponentProps } from 'react';
import classes from './plain-table.module.css';

/** A table with the lines and room of the product. Mantine's own brings its scroll area and everything that floats along. */
export function PlainTable({ className, ...props }: ComponentProps<'table'>) {
  return <table {...props} className={className ? `${classes.table} ${className}` : classes.table} />;
}
