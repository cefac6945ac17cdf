import { type BarChart, shortName } from '../../../shared/exchange/bar-chart.ts'

/** The drawing of the measures in the colours of the window; its words are in the table too. */
export function MeasuresChart({ title, chart }: { title: string; chart: BarChart }) {
  const { width, height, start, thickness, bars } = chart
  return (
    <svg
      className="measures-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
    >
      <text className="measures-chart-title" x={12} y={20}>
        {title}
      </text>
      {bars.map((bar) => (
        <g key={`${bar.y}`}>
          <text x={start - 10} y={bar.y + 13} textAnchor="end">
            {shortName(bar.name)}
          </text>
          <rect x={start} y={bar.y} width={bar.width} height={thickness} rx={2} />
          <text x={start + bar.width + 8} y={bar.y + 13}>
            {bar.label}
          </text>
        </g>
      ))}
    </svg>
  )
}
