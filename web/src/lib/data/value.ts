import type { Column } from './catalog';

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment where the reader is, short and in the order of time: `2026-03-10 14:05`. */
export function shownMoment(time: string): string {
    const at = new Date(time);
    if (Number.isNaN(at.getTime())) return time;
    return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

const shownItems = 8;

/** What is in a JSON value, in a few words: writing out a large one for every cell would cost more than it tells. */
function shownJson(value: unknown): string {
    if (Array.isArray(value)) {
        if (value.every((item) => typeof item !== 'object' || item === null)) {
            const more = value.length > shownItems ? `, … ${value.length}` : '';
            return `[${value.slice(0, shownItems).map(String).join(', ')}${more}]`;
        }
        return `[${value.length} ${value.length === 1 ? 'item' : 'items'}]`;
    }
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value);
        const short = entries.slice(0, shownItems).map(([key, inner]) => {
            if (typeof inner === 'object' && inner !== null) return `${key}: …`;
            return `${key}: ${String(inner).slice(0, 40)}`;
        });
        return `{${short.join(', ')}${entries.length > shownItems ? ', …' : ''}}`;
    }
    return JSON.stringify(value) ?? '';
}

/** A value on one line; empty where there is none. */
export function shown(value: unknown, column: Column): string {
    if (value === null || value === undefined) return '';
    switch (column.kind) {
        case 'timestamp':
            return shownMoment(String(value));
        case 'boolean':
            return value === true ? 'yes' : 'no';
        case 'enum':
            return String(value).replaceAll('_', ' ');
        case 'json':
        case 'array':
            return shownJson(value);
        default:
            return typeof value === 'object' ? shownJson(value) : String(value).slice(0, 300);
    }
}

/** A value as its input takes it. Moments are in the reader's time zone. */
export function toInput(value: unknown, column: Column): string {
    if (value === null || value === undefined) return '';
    switch (column.kind) {
        case 'timestamp': {
            const at = new Date(String(value));
            return Number.isNaN(at.getTime())
                ? ''
                : `${dayOf(at)}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
        }
        case 'json':
        case 'array':
            return JSON.stringify(value, null, 2);
        default:
            return typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
}

export type Parsed = { value: unknown } | { message: string };

const wrong = (message: string): Parsed => ({ message });

/** What was typed as a value of the column; without text it is empty, which only a nullable column may be. */
export function fromInput(text: string, column: Column): Parsed {
    if (text === '') {
        if (column.nullable) return { value: null };
        return column.kind === 'text' && !column.required ? { value: '' } : wrong('This must have a value.');
    }
    switch (column.kind) {
        case 'integer':
            return /^-?\d+$/.test(text.trim()) ? { value: Number(text) } : wrong('This is a whole number.');
        case 'number':
            return /^-?\d+(\.\d+)?$/.test(text.trim()) ? { value: Number(text) } : wrong('This is a number, as 3.5.');
        case 'boolean':
            return text === 'true' || text === 'false' ? { value: text === 'true' } : wrong('This is yes or no.');
        case 'enum':
            return column.values.includes(text) ? { value: text } : wrong('This is one of the values in the list.');
        case 'uuid':
            return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text.trim())
                ? { value: text.trim() }
                : wrong('This is an id, as 01890a5d-ac96-774b-bcce-b302099a8057.');
        case 'timestamp': {
            const at = new Date(text);
            return Number.isNaN(at.getTime()) ? wrong('This is a day and a time.') : { value: at.toISOString() };
        }
        case 'json':
        case 'array':
            return fromJson(text, column);
        default:
            return { value: text };
    }
}

function fromJson(text: string, column: Column): Parsed {
    try {
        const value: unknown = JSON.parse(text);
        if (column.kind === 'array' && !Array.isArray(value)) return wrong('This is a list, as ["a", "b"].');
        return { value };
    } catch (error) {
        return wrong(`This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
    }
}

export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red';

/** Words that name a state, wherever they occur; what is not named here has no colour. */
const tones: Record<Exclude<Tone, 'grey'>, string> = {
    green: 'active ready done completed complete processed approved accepted paid confirmed delivered success verified final finished signed published available pass enabled resolved',
    blue: 'processing in_progress running submitted sent scheduled in_transit checked_in open assigned received',
    amber: 'pending waiting draft on_hold warn warning partial expiring high rush overdue review under_review paused quarantined',
    red: 'failed failure error rejected denied cancelled canceled refuse refused expired urgent critical emergency deleted revoked blocked deceased no_show void severe',
};
const toneByWord = new Map(
    (Object.entries(tones) as [Tone, string][]).flatMap(([tone, words]) =>
        words.split(' ').map((word) => [word, tone] as const),
    ),
);

export const toneOf = (value: string): Tone => toneByWord.get(value) ?? 'grey';
