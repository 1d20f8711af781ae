import { describe, expect, it } from '@jest/globals';
import { deviceOf } from './device.rules.js';

describe('the device of a session (ASVS 7.5.2)', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Mobile Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    ['curl/8.5.0', ''],
    [undefined, ''],
  ])('reads %j', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));

  it('lets nothing of the client through, line breaks included', () => {
    expect(deviceOf('evil\r\n{"event":"forged"} Firefox/1 Linux')).toBe('Firefox, Linux');
  });
});
