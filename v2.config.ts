import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'
const b = base as any
export default defineConfig({ test: { ...b.test, viteModuleRunner: false, nodeLoader: false, projects: b.test.projects } } as any)
