import type { FastifyRequest } from 'fastify';
import { DomainError } from '#libs/platform';

/**
 * The one file of a multipart body, with the fields of text that came before it.
 * @param most bytes, where it may be more or less than anywhere else
 * @throws upload.empty without one, upload.too-large, upload.unreadable when it breaks off
 */
export async function uploadedFile(
  request: FastifyRequest,
  most?: number,
): Promise<{ name: string; body: Buffer; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw new DomainError('upload.empty');
  try {
    const part = await request.file(most ? { limits: { fileSize: most } } : undefined);
    if (!part) throw new DomainError('upload.empty');
    const fields = Object.entries(part.fields).flatMap(([name, field]) =>
      field && 'value' in field && typeof field.value === 'string' ? [[name, field.value]] : [],
    );
    return { name: part.filename, body: await part.toBuffer(), fields: Object.fromEntries(fields) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const tooLarge = (error as { statusCode?: number }).statusCode === 413;
    throw new DomainError(tooLarge ? 'upload.too-large' : 'upload.unreadable');
  }
}
