/**
 * Every refusal of this lib in both languages. A `{gap}` is filled from the error's details.
 * Codes that begin with number, date, quarter, postcode, email, agb, big, boolean, text or row speak of one cell or row;
 * the others refuse the whole file.
 */
export const sentences = {
  'file.empty': { nl: 'Het bestand is leeg.', en: 'The file is empty.' },
  'file.too-large': {
    nl: 'Het bestand is groter dan {limit} MB.',
    en: 'The file is larger than {limit} MB.',
  },
  'file.pdf': {
    nl: 'Dit is een pdf; lever de lijst aan als .xlsx of .csv.',
    en: 'This is a PDF; supply the list as .xlsx or .csv.',
  },
  'file.xls': {
    nl: 'Dit is een oud Excel-bestand (.xls); sla het op als .xlsx of .csv.',
    en: 'This is an old Excel file (.xls); save it as .xlsx or .csv.',
  },
  'file.encrypted': {
    nl: 'Het bestand is beveiligd met een wachtwoord; sla het op zonder wachtwoord.',
    en: 'The file is protected by a password; save it without one.',
  },
  'file.ods': {
    nl: 'Dit is een LibreOffice-bestand (.ods); sla het op als .xlsx of .csv.',
    en: 'This is a LibreOffice file (.ods); save it as .xlsx or .csv.',
  },
  'file.xlsb': {
    nl: 'Dit is een binair Excel-bestand (.xlsb); sla het op als .xlsx of .csv.',
    en: 'This is a binary Excel file (.xlsb); save it as .xlsx or .csv.',
  },
  'file.not-workbook': {
    nl: 'Dit is een Office-bestand, maar geen Excel-bestand; lever de lijst aan als .xlsx of .csv.',
    en: 'This is an Office file but not a workbook; supply the list as .xlsx or .csv.',
  },
  'file.zip': {
    nl: 'Dit is een zip-bestand; pak het uit en lever het .xlsx- of .csv-bestand aan.',
    en: 'This is a zip archive; unpack it and supply the .xlsx or .csv file.',
  },
  'file.html': {
    nl: 'Dit is een webpagina, ook al heet het een Excel-bestand; sla het op als .xlsx of .csv.',
    en: 'This is a web page, even if it is named as a workbook; save it as .xlsx or .csv.',
  },
  'file.xml': {
    nl: 'Dit is een XML-bestand; lever de lijst aan als .xlsx of .csv.',
    en: 'This is an XML file; supply the list as .xlsx or .csv.',
  },
  'file.binary': {
    nl: 'Dit is geen tabel: het bestand bevat geen leesbare tekst.',
    en: 'This is not a table: the file holds no readable text.',
  },
  'zip.damaged': {
    nl: 'Het Excel-bestand is beschadigd en kan niet worden uitgepakt.',
    en: 'The workbook is damaged and cannot be unpacked.',
  },
  'zip.too-large': {
    nl: 'Het Excel-bestand is uitgepakt groter dan {limit} MB.',
    en: 'The workbook is larger than {limit} MB when unpacked.',
  },
  'zip.ratio': {
    nl: 'Het Excel-bestand is verdacht sterk ingepakt (meer dan {limit} keer) en wordt niet gelezen.',
    en: 'The workbook is suspiciously compressed (over {limit} times) and is not read.',
  },
  'zip.too-many-entries': {
    nl: 'Het Excel-bestand bestaat uit meer dan {limit} onderdelen.',
    en: 'The workbook consists of more than {limit} parts.',
  },
  'zip.symlink': {
    nl: 'Het Excel-bestand bevat een verwijzing naar een ander bestand en wordt niet gelezen.',
    en: 'The workbook holds a link to another file and is not read.',
  },
  'zip.duplicate-entry': {
    nl: 'Het Excel-bestand bevat tweemaal hetzelfde onderdeel en wordt niet gelezen.',
    en: 'The workbook holds the same part twice and is not read.',
  },
  'xlsx.damaged': {
    nl: 'Het Excel-bestand is beschadigd: het onderdeel {part} is niet te lezen.',
    en: 'The workbook is damaged: its part {part} cannot be read.',
  },
  'xlsx.doctype': {
    nl: 'Het Excel-bestand bevat een DTD in het onderdeel {part} en wordt niet gelezen.',
    en: 'The workbook holds a DTD in its part {part} and is not read.',
  },
  'xlsx.too-many-strings': {
    nl: 'Het Excel-bestand bevat meer losse teksten dan is toegestaan ({limit}).',
    en: 'The workbook holds more separate texts than allowed ({limit}).',
  },
  'sheet.none': {
    nl: 'Het Excel-bestand bevat geen zichtbaar blad met gegevens.',
    en: 'The workbook has no visible sheet with data.',
  },
  'sheet.unknown': {
    nl: 'Het blad "{sheet}" staat niet in het bestand; er zijn: {sheets}.',
    en: 'The sheet "{sheet}" is not in the file; there are: {sheets}.',
  },
  'encoding.broken': {
    nl: 'De tekst van het bestand is beschadigd (codering {encoding}).',
    en: 'The text of the file is damaged (encoding {encoding}).',
  },
  'encoding.mixed': {
    nl: 'Het bestand mengt twee tekencoderingen; sla het opnieuw op als CSV UTF-8.',
    en: 'The file mixes two character encodings; save it again as CSV UTF-8.',
  },
  'encoding.unknown': {
    nl: 'De tekencodering van het bestand is niet te herkennen; sla het opnieuw op als CSV UTF-8.',
    en: 'The character encoding of the file is not recognised; save it again as CSV UTF-8.',
  },
  'text.nul': {
    nl: 'Het bestand bevat een nulteken en is dus geen tekst.',
    en: 'The file holds a NUL character, so it is not text.',
  },
  'csv.quote-open': {
    nl: 'In rij {row} begint een aanhalingsteken dat nergens eindigt.',
    en: 'A quotation mark opens in row {row} and never closes.',
  },
  'cell.too-long': {
    nl: 'Een cel in rij {row} is langer dan {limit} tekens.',
    en: 'A cell in row {row} is longer than {limit} characters.',
  },
  'table.too-many-columns': {
    nl: 'Rij {row} heeft meer dan {limit} kolommen.',
    en: 'Row {row} has more than {limit} columns.',
  },
  'table.too-many-rows': {
    nl: 'Het bestand heeft meer dan {limit} rijen.',
    en: 'The file has more than {limit} rows.',
  },
  'table.too-many-cells': {
    nl: 'Het bestand heeft meer dan {limit} cellen.',
    en: 'The file has more than {limit} cells.',
  },
  'heading.missing': {
    nl: 'Het bestand bevat geen kolomkoppen en geen gegevens.',
    en: 'The file holds no column headings and no data.',
  },
  'heading.not-first-row': {
    nl: 'Rij 1 is leeg; zet de kolomkoppen in rij 1 (ze lijken in rij {row} te staan).',
    en: 'Row 1 is empty; put the column headings in row 1 (they seem to be in row {row}).',
  },
  'heading.title-row': {
    nl: 'Rij 1 lijkt een titel ("{title}"); zet de kolomkoppen in rij 1.',
    en: 'Row 1 looks like a title ("{title}"); put the column headings in row 1.',
  },
  'heading.duplicate': {
    nl: 'De kop "{heading}" staat boven kolom {first} en boven kolom {second}; geef elke kolom een eigen kop.',
    en: 'The heading "{heading}" stands above column {first} and column {second}; give each column its own heading.',
  },
  'row.too-long': {
    nl: 'Deze rij heeft {cells} cellen en er zijn {headings} kolommen.',
    en: 'This row has {cells} cells and there are {headings} columns.',
  },
  'row.too-short': {
    nl: 'Deze rij heeft {cells} cellen en er zijn {headings} kolommen.',
    en: 'This row has {cells} cells and there are {headings} columns.',
  },
  'number.invalid': { nl: '"{text}" is geen getal.', en: '"{text}" is not a number.' },
  'number.not-whole': { nl: '"{text}" is geen heel getal.', en: '"{text}" is not a whole number.' },
  'number.ambiguous': {
    nl: '"{text}" kan twee getallen betekenen; schrijf het zonder punt of komma.',
    en: '"{text}" can mean two numbers; write it without point or comma.',
  },
  'date.invalid': {
    nl: '"{text}" is geen datum; schrijf dag-maand-jaar, zoals 09-02-2027.',
    en: '"{text}" is not a date; write day-month-year, such as 09-02-2027.',
  },
  'date.does-not-exist': { nl: 'De datum "{text}" bestaat niet.', en: 'The date "{text}" does not exist.' },
  'quarter.invalid': {
    nl: '"{text}" is geen kwartaal; schrijf jaar en kwartaal, zoals 2024-Q1.',
    en: '"{text}" is not a quarter; write year and quarter, such as 2024-Q1.',
  },
  'quarter.not-a-start': {
    nl: 'De datum "{text}" is niet de eerste dag van een kwartaal.',
    en: 'The date "{text}" is not the first day of a quarter.',
  },
  'postcode.invalid': {
    nl: '"{text}" is geen Nederlandse postcode, zoals 3811 AB.',
    en: '"{text}" is not a Dutch postcode, such as 3811 AB.',
  },
  'email.invalid': { nl: '"{text}" is geen e-mailadres.', en: '"{text}" is not an e-mail address.' },
  'agb.digits': {
    nl: 'Een AGB-code heeft 8 cijfers. In "{text}" staan er {count}.',
    en: 'An AGB code has 8 digits. "{text}" has {count}.',
  },
  'agb.zero-lost': {
    nl: 'Een AGB-code heeft 8 cijfers. In "{text}" staan er {count}; waarschijnlijk heeft Excel de nul vooraan weggelaten.',
    en: 'An AGB code has 8 digits. "{text}" has {count}; Excel has probably dropped the leading zero.',
  },
  'agb.characters': {
    nl: 'Een AGB-code bestaat alleen uit cijfers. Er staat "{text}".',
    en: 'An AGB code consists of digits only. It says "{text}".',
  },
  'big.digits': {
    nl: 'Een BIG-nummer heeft 11 cijfers. In "{text}" staan er {count}.',
    en: 'A BIG number has 11 digits. "{text}" has {count}.',
  },
  'big.zero-lost': {
    nl: 'Een BIG-nummer heeft 11 cijfers. In "{text}" staan er {count}; waarschijnlijk heeft Excel de nul vooraan weggelaten.',
    en: 'A BIG number has 11 digits. "{text}" has {count}; Excel has probably dropped the leading zero.',
  },
  'big.characters': {
    nl: 'Een BIG-nummer bestaat alleen uit cijfers. Er staat "{text}".',
    en: 'A BIG number consists of digits only. It says "{text}".',
  },
  'boolean.invalid': { nl: '"{text}" is geen ja of nee.', en: '"{text}" is neither yes nor no.' },
  'write.not-a-number': {
    nl: 'Kolom "{column}" verwacht een getal en kreeg iets anders.',
    en: 'Column "{column}" expects a number and got something else.',
  },
  'write.not-a-date': {
    nl: 'Kolom "{column}" verwacht een datum (jjjj-mm-dd) en kreeg iets anders.',
    en: 'Column "{column}" expects a date (yyyy-mm-dd) and got something else.',
  },
  'write.not-a-boolean': {
    nl: 'Kolom "{column}" verwacht ja of nee en kreeg iets anders.',
    en: 'Column "{column}" expects yes or no and got something else.',
  },
  'write.row-width': {
    nl: 'Een rij heeft {cells} waarden en er zijn {columns} kolommen.',
    en: 'A row has {cells} values and there are {columns} columns.',
  },
  'write.too-long': {
    nl: 'Een cel in kolom "{column}" is langer dan Excel toestaat ({limit} tekens).',
    en: 'A cell in column "{column}" is longer than Excel allows ({limit} characters).',
  },
  'write.no-sheet': {
    nl: 'Een Excel-bestand heeft ten minste één blad nodig.',
    en: 'A workbook needs at least one sheet.',
  },
} as const satisfies Record<string, { nl: string; en: string }>;
