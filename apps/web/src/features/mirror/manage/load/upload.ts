import type { DataSetView } from '#libs/contracts';
import { Problem, problemFrom } from '../../../../lib/problem';

export interface Upload {
  /** The data set as it was read and checked. @throws Problem; `AbortError` after `stop` */
  done: Promise<DataSetView>;
  stop: () => void;
}

/**
 * Sends the raw file into a data set that was begun. Not by fetch: that cannot tell how much has been sent.
 * @param onSent share that has left, 0..1
 */
export function sendFile(dataSetId: string, file: Blob, onSent: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<DataSetView>((resolve, reject) => {
    request.open('PUT', `/api/data-sets/${encodeURIComponent(dataSetId)}/file`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-Leerkring', '1');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total);
    };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as DataSetView);
      else reject(problemFrom(request.status, body, request.getResponseHeader('x-request-id')));
    };
    request.onerror = () => reject(new Problem('network', 0));
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}

/** True when the person stopped the upload: no message needed. */
export function wasStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
