import { GENERATED } from './verify/generated.ts'

/** Writes everything that is generated, in place. */
for (const { name, generate } of GENERATED) {
  const { code, output } = await generate()
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  if (code !== 0) {
    console.error(output)
    process.exitCode = 1
  }
}
