import { expect, it } from 'vitest';
import { differences, pieces, same } from './diff';

it('finds what changed, down to the place within JSON', () => {
    const before = { title: 'A', metadata: { level: 1, kept: true }, tags: ['a'], version: 1 };
    const after = { title: 'A', metadata: { level: 2, kept: true, made: 'x' }, tags: ['a', 'b'], version: 2 };
    expect(differences(before, after, ['title', 'metadata', 'tags', 'version'])).toEqual([
        { path: 'metadata.level', column: 'metadata', before: 1, after: 2 },
        { path: 'metadata.made', column: 'metadata', before: null, after: 'x' },
        { path: 'tags', column: 'tags', before: ['a'], after: ['a', 'b'] },
    ]);
});

it('takes a missing value and an empty one for the same', () => {
    expect(same(undefined, null)).toBe(true);
    expect(same({ a: null }, {})).toBe(true);
    expect(same(0, null)).toBe(false);
    expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
});

it.each([
    ['Meier', 'Meyer', ['Me', '-i', '+y', 'er']],
    ['', 'new', ['+new']],
    ['same', 'same', ['same']],
    ['aa', 'aaa', ['aa', '+a']],
    ['🦷 old', '🦷 new', ['🦷 ', '-old', '+new']],
])('marks what is different between %j and %j', (before, after, expected) => {
    const signs = { same: '', gone: '-', new: '+' };
    expect(pieces(before, after).map(({ kind, text }) => signs[kind] + text)).toEqual(expected);
});
