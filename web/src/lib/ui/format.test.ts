import { expect, it } from 'vitest';
import { formatAgo, formatBytes, formatSeconds, sentence } from './format';

const now = Date.parse('2026-03-10T12:00:00Z');

it.each([
    ['2026-03-10T11:59:40Z', 'just now'],
    ['2026-03-10T11:58:00Z', '2 minutes ago'],
    ['2026-03-10T09:00:00Z', '3 hours ago'],
    ['2026-03-09T12:00:00Z', 'yesterday'],
])('says of %s: %s', (time, words) => {
    expect(formatAgo(time, now)).toBe(words);
});

it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_036_941, '1.0 MB'],
    [999_600, '1.0 MB'],
    [48_250_000, '48 MB'],
])('writes %d bytes as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
});

it.each([
    [3.42, '3.4 s'],
    [42.4, '42 s'],
    [125, '2 min 05 s'],
])('writes %d seconds as %s', (seconds, words) => {
    expect(formatSeconds(seconds)).toBe(words);
});

it('makes a sentence of a message', () => {
    expect(sentence('the header is not valid (in line 6)')).toBe('The header is not valid (in line 6).');
    expect(sentence('Try again.')).toBe('Try again.');
});
