declare module 'dmn-moddle' {
  /** An element of a DMN document, its properties by name. */
  export interface DmnElement {
    readonly $type: string
    get(name: string): unknown
  }
  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, object>>)
    create(type: string, properties?: object): DmnElement
    fromXML(xml: string): Promise<{ rootElement: DmnElement; warnings: readonly { message: string }[] }>
    toXML(element: DmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
