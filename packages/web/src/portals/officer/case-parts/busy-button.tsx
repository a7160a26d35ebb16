/**
 * The button of an act. While the act is being done it says so and takes no second tap: one that only turns looks as if it had
 * taken the tap, and loses it.
 */

import { Button, type ButtonProps } from 'antd'

interface BusyButtonProps extends Omit<ButtonProps, 'loading'> {
  readonly busy: boolean
}

export function BusyButton({ busy, disabled = false, ...rest }: BusyButtonProps) {
  return <Button {...rest} loading={busy} disabled={busy || disabled} />
}
