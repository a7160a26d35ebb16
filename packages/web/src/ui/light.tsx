/**
 * A state as shape, word and colour together: never colour alone.
 */

const shapes = { green: '●', amber: '▲', red: '◆', paused: '‖', plain: '' } as const

export type LightColour = keyof typeof shapes

export function Light({ colour, children }: { readonly colour: LightColour; readonly children: string }) {
  return (
    <span className={`light ${colour}`}>
      {shapes[colour] !== '' && <span aria-hidden="true">{shapes[colour]}</span>}
      {children}
    </span>
  )
}
