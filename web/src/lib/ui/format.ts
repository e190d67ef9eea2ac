const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

export const formatDateTime = (time: string): string => dateTime.format(new Date(time));
export const formatDate = (time: string): string => date.format(new Date(time));
export const formatClock = (time: string): string => clock.format(new Date(time));

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
];

/** `2 hours ago`, as far back as a week; a date beyond. */
export function formatAgo(time: string, now = Date.now()): string {
    const seconds = (new Date(time).getTime() - now) / 1000;
    if (Math.abs(seconds) < 45) return 'just now';
    if (Math.abs(seconds) > 7 * 86_400) return formatDate(time);
    const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length * 0.95) ?? ['minute', 60];
    return relative.format(Math.round(seconds / size), unit);
}

/** Bytes in the unit that keeps them short: `1.0 MB`. */
export function formatBytes(bytes: number): string {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** A length of time: `3.4 s`, `2 min 05 s`. */
export function formatSeconds(seconds: number): string {
    if (seconds < 59.95) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

export function patientName(patient: { first_name: string; last_name: string }): string {
    return `${patient.last_name}, ${patient.first_name}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
    return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** A message as a sentence: a capital at its beginning and a full stop at its end. */
export function sentence(message: string): string {
    const text = message.trim();
    const whole = text.charAt(0).toUpperCase() + text.slice(1);
    return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
