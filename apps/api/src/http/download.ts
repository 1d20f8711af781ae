import { StreamableFile } from '@nestjs/common';

/** A file as a download under its own name. */
export const download = (file: { name: string; type: string; body: Buffer }): StreamableFile =>
  new StreamableFile(file.body, {
    type: file.type,
    disposition: `attachment; filename="${file.name}"`,
    length: file.body.length,
  });
