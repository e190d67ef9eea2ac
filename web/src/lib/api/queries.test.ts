import { expect, it } from 'vitest';
import { caseNumberOf } from './queries';

it.each([
    ['12', 'C-000012'],
    [' c-12 ', 'C-000012'],
    ['C000012', 'C-000012'],
    ['C-000012', 'C-000012'],
    ['lab-7', 'LAB-7'],
    ['1234567', '1234567'],
])('finds %j as %j', (typed, number) => {
    expect(caseNumberOf(typed)).toBe(number);
});
