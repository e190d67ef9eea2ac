import { RingProgress, Text } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { Finding, ScanReport } from '../../lib/api/types';
import { Badge } from '../../lib/ui/Badge';
import { count } from '../../lib/ui/format';
import { severityWords, verdictWords } from '../../lib/ui/words';
import classes from './QualityPanel.module.css';

interface Props {
    report: ScanReport | null;
    /** The finding that is looked at. */
    looked: number | null;
    onLook: (finding: number | null) => void;
}

export function QualityPanel({ report, looked, onLook }: Props) {
    const quality = report?.quality;
    if (!quality) return <Text c="dimmed">There is no quality report of this scan.</Text>;
    const verdict = verdictWords[quality.verdict];
    const { measures } = quality;
    return (
        <>
            <div className={classes.score}>
                <RingProgress
                    size={92}
                    thickness={8}
                    roundCaps
                    sections={[{ value: quality.score, color: `var(--tone-${verdict.tone}-text)` }]}
                    label={<span className={`${classes.number} numbers`}>{quality.score}</span>}
                    aria-label={`Score ${quality.score} of 100`}
                    role="img"
                />
                <div>
                    <Badge tone={verdict.tone} dot>
                        {verdict.text}
                    </Badge>
                    <Text size="sm" c="dimmed" mt={6}>
                        {quality.findings.length === 0
                            ? 'Nothing was found.'
                            : `${count(quality.findings.length, 'finding')}. Choose one to see where it is.`}
                    </Text>
                </div>
            </div>
            <ol className={classes.findings}>
                {quality.findings.map((finding, index) => (
                    <FindingLine
                        key={finding.code}
                        finding={finding}
                        number={index + 1}
                        looked={looked === index}
                        onLook={() => onLook(looked === index ? null : index)}
                    />
                ))}
            </ol>
            {measures && (
                <dl className={classes.measures}>
                    <div>
                        <dt>Extent</dt>
                        <dd className="numbers">{measures.extent_mm.map((side) => side.toFixed(1)).join(' × ')} mm</dd>
                    </div>
                    <div>
                        <dt>Surface</dt>
                        <dd className="numbers">{Math.round(measures.area_mm2).toLocaleString('en')} mm²</dd>
                    </div>
                    <div>
                        <dt>Typical edge</dt>
                        <dd className="numbers">{measures.median_edge_mm.toFixed(3)} mm</dd>
                    </div>
                    {report.input && (
                        <div>
                            <dt>Triangles</dt>
                            <dd className="numbers">{report.input.faces.toLocaleString('en')}</dd>
                        </div>
                    )}
                </dl>
            )}
        </>
    );
}

interface LineProps {
    finding: Finding;
    number: number;
    looked: boolean;
    onLook: () => void;
}

function FindingLine({ finding, number, looked, onLook }: LineProps) {
    const severity = severityWords[finding.severity];
    return (
        <li>
            <button
                type="button"
                className={classes.finding}
                aria-pressed={looked}
                disabled={finding.places.length === 0}
                onClick={onLook}
            >
                <span className={classes.head}>
                    <b>{number}</b>
                    <Badge tone={severity.tone}>{severity.text}</Badge>
                    {finding.places.length > 0 && (
                        <span className={`${classes.places} numbers`}>
                            <IconMapPin size={13} aria-hidden="true" /> {count(finding.places.length, 'place')}
                        </span>
                    )}
                </span>
                <span className={classes.message}>{finding.message}</span>
            </button>
        </li>
    );
}
