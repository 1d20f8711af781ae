import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const real = {
  DATABASE_URL: 'postgresql://app@db/leerkring',
  SMTP_URL: 'smtp://mail.example.nl',
  PUBLIC_URL: 'https://leerkring.example.nl/',
  LEERKRING_SECRET: 'x'.repeat(40),
};
const made = {
  databaseUrl: 'postgresql://a',
  databaseOwnerUrl: 'postgresql://b',
  secret: 's'.repeat(40),
  dataDir: '/data',
  demo: true,
};

describe('the settings (decisions: Configuration)', () => {
  it('reads a whole real installation, without a trailing slash and without demo', () => {
    expect(readConfig(real)).toMatchObject({
      publicUrl: 'https://leerkring.example.nl',
      port: 3000,
      host: '127.0.0.1',
      demo: false,
      embedded: false,
    });
  });

  it('knows its own address in the embedded default', () => {
    expect(readConfig({ PORT: '4001' }, made)).toMatchObject({
      publicUrl: 'http://localhost:4001',
      embedded: true,
      demo: true,
    });
  });

  it.each([
    [{ DATABASE_URL: undefined }, /DATABASE_URL is missing/],
    [{ PUBLIC_URL: undefined }, /PUBLIC_URL is missing/],
    [{ SMTP_URL: undefined }, /SMTP_URL is missing/],
    [{ LEERKRING_SECRET: 'short' }, /LEERKRING_SECRET is missing or shorter/],
    [{ PORT: 'http' }, /PORT is "http" but should be a port number/],
    [{ PORT: '70000' }, /PORT is "70000"/],
    [{ SMTP_URL: 'mail.example.nl' }, /SMTP_URL is not a URL/],
    [{ REDIS_URL: 'http://cache' }, /REDIS_URL starts with http/],
    [{ PUBLIC_URL: 'http://leerkring.example.nl' }, /PUBLIC_URL must start with https/],
  ])('names the setting that is missing or wrong: %j', (wrong, sentence) => {
    expect(() => readConfig({ ...real, ...wrong })).toThrow(ConfigError);
    expect(() => readConfig({ ...real, ...wrong })).toThrow(sentence);
  });

  it('refuses to open the built-in mailbox to a network', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' }, made)).toThrow(/HOST must stay 127\.0\.0\.1/);
  });
});
