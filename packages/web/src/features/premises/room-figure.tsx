/**
 * A room drawn from its facts: the plan with its columns, the section with its height, the load on the floor. What is not
 * known is dashed. The figure repeats what stands beside it as text.
 */

import { figureText, type OfferedRoom } from './room-words.ts'

type Facts = OfferedRoom['facts']

const plan = { x: 10, y: 12, width: 176, height: 100 }
const section = { x: 234, floor: 112, width: 52, perMetre: 10, most: 96, least: 22 }
const widest = 7
const deepest = 4

/** Bays of the plan: as many as the area holds, in the shape of the drawing. */
function baysOf({ columnsCentimetres, areaSquareDecimetres }: Facts): { across: number; along: number } {
  const [short, long] = columnsCentimetres ?? [800, 800]
  const bays = Math.max((areaSquareDecimetres * 100) / (short * long), 1)
  const across = Math.round(Math.sqrt((bays * plan.width) / plan.height))
  const along = Math.round(bays / Math.max(across, 1))
  return { across: Math.min(Math.max(across, 1), widest), along: Math.min(Math.max(along, 1), deepest) }
}

export function RoomFigure({ facts }: { readonly facts: Facts }) {
  return (
    <svg className="room-figure" viewBox="0 0 300 140" aria-hidden="true" focusable="false">
      <Plan facts={facts} />
      <Section facts={facts} />
    </svg>
  )
}

function Plan({ facts }: { readonly facts: Facts }) {
  const { x, y, width, height } = plan
  const { across, along } = baysOf(facts)
  const places = (count: number) => Array.from({ length: count + 1 }, (_, place) => place / count)
  const grid = facts.columnsCentimetres
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} className="wall" />
      <rect x={x + 3} y={y + 3} width={width - 6} height={height - 6} className="thin" />
      {facts.partSquareDecimetres !== null && (
        <line x1={x + width / 2} x2={x + width / 2} y1={y} y2={y + height} className="part" />
      )}
      {grid !== null &&
        places(across).flatMap((column) =>
          places(along).map((row) => (
            <rect
              key={`${column} ${row}`}
              x={x + 3 + column * (width - 6) - 2}
              y={y + 3 + row * (height - 6) - 2}
              width="4"
              height="4"
              className="column"
            />
          )),
        )}
      <text x={x + width / 2} y={y + height + 19} textAnchor="middle">
        {grid === null ? '?' : `${figureText(grid[0], 2)} × ${figureText(grid[1], 2)} m`}
      </text>
    </g>
  )
}

function Section({ facts: { heightCentimetres, loadKilogramsPerSquareMetre } }: { readonly facts: Facts }) {
  const { x, floor, width, perMetre, most, least } = section
  const drawn = Math.min(Math.max(((heightCentimetres ?? 400) / 100) * perMetre, least), most)
  const top = floor - drawn
  const centre = x + width / 2
  return (
    <g>
      <rect
        x={x}
        y={top}
        width={width}
        height={drawn}
        className={heightCentimetres === null ? 'part' : 'thin'}
      />
      <line x1={x - 8} x2={x + width + 8} y1={floor} y2={floor} className="wall" />
      <path d={`M${x - 12} ${top}v${drawn}M${x - 15} ${top}h6M${x - 15} ${floor}h6`} className="thin" />
      <text x={x - 18} y={(top + floor) / 2 + 4} textAnchor="end">
        {heightCentimetres === null ? '?' : figureText(heightCentimetres, 2)}
      </text>
      <path d={`M${centre} ${floor - 17}v12M${centre - 4} ${floor - 9}l4 4 4-4`} className="arrow" />
      <text x={centre} y={floor + 19} textAnchor="middle">
        {loadKilogramsPerSquareMetre === null ? '?' : `${figureText(loadKilogramsPerSquareMetre, 3)} t/m²`}
      </text>
    </g>
  )
}
