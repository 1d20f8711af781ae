/** Enough for the headings and some rows of any text file. */
const FIRST = 1_000_000;

/** What the first look needs: the beginning of a text, and all of a workbook, whose parts are scattered. */
export function firstPart(file: File): File {
  return isWorkbook(file.name) || file.size <= FIRST
    ? file
    : new File([file.slice(0, FIRST)], file.name, { type: file.type });
}

/** By its name: the server looks at the bytes. */
export function isWorkbook(name: string): boolean {
  return /\.xls[xm]?$/i.test(name);
}
