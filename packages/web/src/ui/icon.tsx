/**
 * The house's own icons: 24 pixels, one stroke of 1.75, square joins. They stand beside words, never instead of them.
 */

const strokes = {
  /** a licence with its seal */
  licence: 'M4 3h16v18H4zM8 8h8M8 12h5M15.5 14.5a2 2 0 1 0 .01 0',
  /** a tick within a frame of corners, as a code is scanned */
  verify: 'M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5M8 12l3 3 5-6',
  /** a folder of matters */
  cases: 'M3 6h6l2 2h10v11H3zM7 12h10M7 15.5h6',
  /** a name plate under a glass */
  name: 'M3 5h13v6M3 5v10h7M6 8.5h7M6 11.5h4M16 13a3.5 3.5 0 1 0 .01 0M18.5 18.5 21 21',
  /** an approval network: work, slack, and the line that counts */
  network: 'M3 5h6v4H3zM9 7h4v10M13 17h2M15 15h6v4h-6zM3 17h4M15 7h6M18 5v4',
  /** a sheet that is read through */
  guide: 'M5 3h14v18H5zM8 8h8M8 12h8M8 16h5',
  /** the plan of a floor with its door */
  plan: 'M3 4h18v16h-7M10 20H3zM10 20a4 4 0 0 1 4-4v4M12 4v6M3 12h5',
  /** something said, and lines of an answer */
  voice: 'M3 4h18v12h-9l-5 4v-4H3zM7 8.5h10M7 12h6',
  /** a paper that is ticked off */
  answers: 'M5 3h14v18H5zM8 8h8M8 15l2.5 2.5L16 12',
  /** a window of the hall */
  window: 'M3 4h18v16H3zM3 12h18M12 4v8M7 16h10',
} as const

export type IconName = keyof typeof strokes

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes[name]} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinejoin="miter" />
    </svg>
  )
}
