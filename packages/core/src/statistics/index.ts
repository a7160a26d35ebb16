export { type Indicator, type IndicatorDefinition, type IndicatorForm, indicator } from './indicator.ts'
export { growth, mean, type PercentageRefusal, percentText, share, tenthsText } from './percentage.ts'
