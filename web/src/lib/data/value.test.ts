import { describe, expect, it } from 'vitest';
import { column } from './fixtures';
import { fromInput, shown, shownMoment, toInput, toneOf } from './value';

const enumeration = column('status', 'enum', { values: ['on_hold', 'ready'] });

describe('a value on one line', () => {
    it.each([
        [column('a', 'text'), null, ''],
        [column('a', 'boolean'), true, 'yes'],
        [enumeration, 'on_hold', 'on hold'],
        [column('a', 'json'), { level: 1, inner: { x: 1 } }, '{level: 1, inner: …}'],
        [column('a', 'json'), [{}, {}], '[2 items]'],
        [column('a', 'array'), ['b', 'c'], '[b, c]'],
        [column('a', 'integer'), 0, '0'],
    ])('%# is written shortly', (of, value, text) => {
        expect(shown(value, of)).toBe(text);
    });

    it('does not write out a large one', () => {
        const large = Object.fromEntries(
            Array.from({ length: 1000 }, (_, index) => [`key_${index}`, 'x'.repeat(1000)]),
        );
        expect(shown(large, column('a', 'json')).length).toBeLessThan(1000);
    });

    it('leaves a strange moment as it is', () => {
        expect(shownMoment('infinity')).toBe('infinity');
    });
});

describe('what is typed', () => {
    it.each([
        [column('a', 'integer'), '12', 12],
        [column('a', 'number'), '-3.5', -3.5],
        [column('a', 'boolean'), 'false', false],
        [enumeration, 'ready', 'ready'],
        [column('a', 'text', { nullable: true }), '', null],
        [column('a', 'json'), '{"a": [1]}', { a: [1] }],
    ])('%# becomes a value of the column', (of, text, value) => {
        expect(fromInput(text, of)).toEqual({ value });
    });

    it.each([
        [column('a', 'integer'), '1.5'],
        [column('a', 'number'), '1,5'],
        [column('a', 'uuid'), 'x'],
        [enumeration, 'lost'],
        [column('a', 'json'), '{a}'],
        [column('a', 'array'), '{"a": 1}'],
        [column('a', 'text', { required: true }), ''],
        [column('a', 'date'), ''],
    ])('%# is refused in words', (of, text) => {
        expect(fromInput(text, of)).toHaveProperty('message');
    });

    it('comes back as it was', () => {
        const moment = column('a', 'timestamp');
        const time = '2026-03-10T11:59:40.000Z';
        expect(fromInput(toInput(time, moment), moment)).toEqual({ value: time });
        const json = column('a', 'json');
        expect(fromInput(toInput({ a: null }, json), json)).toEqual({ value: { a: null } });
    });
});

it('colours only words that name a state', () => {
    expect(toneOf('failed')).toBe('red');
    expect(toneOf('crowns')).toBe('grey');
});
